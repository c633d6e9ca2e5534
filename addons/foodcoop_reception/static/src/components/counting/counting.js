import { Component, onWillUnmount, useState } from "@odoo/owl";
import { inWorkingOrder } from "../../model/overview.js";
import { holding } from "../../model/words.js";
import { _t, number } from "../../words.js";
import { ColdWait } from "../cold/cold_wait.js";
import { Events } from "../events/events.js";
import { Facts } from "../facts/facts.js";
import { factWords } from "../facts/words.js";
import { Identify } from "../identify/identify.js";
import { Keypad } from "../keypad/keypad.js";
import { Standing } from "../standing/standing.js";
import { Row } from "./row.js";
import { asked, orderedWords, packWords, sentence } from "./sentences.js";

/** Counting: the product in hand large, what is left below, two buttons. */
export class Counting extends Component {
    static template = "foodcoop_reception.Counting";
    static components = {
        ColdWait,
        Events,
        Facts,
        Identify,
        Keypad,
        Row,
        Standing,
    };
    static props = {
        counter: Object,
        typed: String,
        person: String,
        attempt: Function,
        onPerson: Function,
        onBack: Function,
        onFinish: Function,
    };

    setup() {
        this.view = useState(this.props.counter.view);
        this.ui = useState({ search: "" });
        onWillUnmount(() => {
            this.view.pad = null;
        });
        // Always the same function, so that rows that did not change stay as they are.
        this.choose = this.choose.bind(this);
        Object.assign(this, { number, asked, orderedWords, packWords });
    }

    get delivery() {
        return this.props.counter.delivery;
    }

    get message() {
        const { message, active, question } = this.view;
        return sentence(message, active, question);
    }

    get others() {
        const people = this.view.people.join(", ");
        return people && _t("with %(people)s", { people });
    }

    /** What others counted of the product in hand. */
    get shares() {
        const shares = this.view.active.others.filter((one) => one.quantity);
        return shares
            .map(({ person, quantity }) =>
                _t("%(person)s: %(count)s", { person, count: number(quantity) }),
            )
            .join(", ");
    }

    get done() {
        return this.view.rows.filter((row) => row.state !== "open").length;
    }

    get countedOf() {
        const values = { done: this.done, all: this.view.rows.length };
        return _t("counted %(done)s of %(all)s", values);
    }

    get toIdentify() {
        const count = this.view.surprises.unknown.length;
        return count && _t("%(count)s to identify", { count });
    }

    get notOrdered() {
        const count = this.view.surprises.extra.length;
        return count && _t("%(count)s not ordered", { count });
    }

    /** What is still to count first, then the rest; or what the search finds. */
    get rows() {
        const isFound = holding(this.ui.search);
        return inWorkingOrder(this.view.rows).filter((row) => isFound(row.name));
    }

    /** What was told of a product beside its count. */
    told(row) {
        const { session } = this.props.counter;
        return factWords(row, (product) => session.name(product)).join(" · ");
    }

    isActive({ product }) {
        return this.view.active?.product === product;
    }

    choose(row) {
        this.ui.search = "";
        this.props.counter.choose(row.product);
    }

    settle(choice) {
        return this.props.attempt(() => this.props.counter.settle(choice));
    }

    enter(quantity) {
        this.view.pad = null;
        if (quantity !== null) {
            this.props.counter.set(quantity);
        }
    }
}
