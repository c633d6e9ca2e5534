import { Component, useState } from "@odoo/owl";
import { _t, amount, number } from "../../words.js";
import { Keypad } from "../keypad/keypad.js";
import { Saved, Standing } from "../standing/standing.js";
import { sentence } from "./sentences.js";

/** Counting: the product in hand large, what is left below, three buttons. */
export class Counting extends Component {
    static template = "foodcoop_reception.Counting";
    static components = { Keypad, Saved, Standing };
    static props = {
        counter: Object,
        typed: String,
        user: String,
        onBack: Function,
        onFinish: Function,
    };

    setup() {
        this.view = useState(this.props.counter.view);
        this.ui = useState({ search: "", keypad: false });
        this.number = number;
    }

    get delivery() {
        return this.props.counter.delivery;
    }

    get message() {
        const { message, active } = this.view;
        return sentence(message, active);
    }

    get done() {
        return this.view.rows.filter((row) => row.state !== "open").length;
    }

    get countedOf() {
        const values = { done: this.done, all: this.view.rows.length };
        return _t("counted %(done)s of %(all)s", values);
    }

    get lookAt() {
        return _t("%(count)s to look at", { count: this.toLookAt });
    }

    get toLookAt() {
        const { extra, unknown } = this.view.surprises;
        return extra.length + unknown.length;
    }

    /** What is still to count first, then the rest; or what the search finds. */
    get rows() {
        const words = this.ui.search.toLowerCase();
        const found = this.view.rows.filter((row) =>
            row.name.toLowerCase().includes(words),
        );
        const open = found.filter((row) => row.state === "open");
        return [...open, ...found.filter((row) => row.state !== "open")];
    }

    ordered(row) {
        const values = {
            quantity: amount(row.ordered, row.unit),
            packs: number(row.packs),
            pack: row.pack,
        };
        return row.pack
            ? _t("ordered %(quantity)s (%(packs)s × %(pack)s)", values)
            : _t("ordered %(quantity)s", values);
    }

    progress(row) {
        const counted = row.counted === undefined ? "–" : number(row.counted);
        return `${counted} / ${amount(row.ordered, row.unit)}`;
    }

    choose(row) {
        this.ui.search = "";
        this.props.counter.choose(row.product);
    }

    enter(quantity) {
        this.ui.keypad = false;
        if (quantity !== null) {
            this.props.counter.set(quantity);
        }
    }
}
