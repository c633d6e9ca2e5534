import { Component, useState } from "@odoo/owl";
import { scanKey } from "../../model/code.js";
import { codesByProduct, guesses } from "../../model/guesses.js";
import { holding } from "../../model/words.js";
import { _t, amount } from "../../words.js";
import { difference } from "../counting/sentences.js";
import { Keypad } from "../keypad/keypad.js";

/** Names that a search shows at most. */
const FOUND = 8;

/** Codes that nobody knew: what each of them probably is, and one touch says so. */
export class Identify extends Component {
    static template = "foodcoop_reception.Identify";
    static components = { Keypad };
    static props = { counter: Object };

    setup() {
        this.view = useState(this.props.counter.view);
        this.state = useState({ code: null, words: "", asked: null });
        this.codes = codesByProduct(this.props.counter.delivery);
    }

    /** Each code once, with how often it was scanned. */
    get unknown() {
        const byKey = new Map();
        for (const code of this.view.surprises.unknown) {
            const one = byKey.get(scanKey(code));
            byKey.set(scanKey(code), { code, times: (one?.times ?? 0) + 1 });
        }
        return [...byKey.values()];
    }

    scanned({ times }) {
        return times > 1 ? _t("scanned %(times)s times", { times }) : "";
    }

    get missing() {
        return this.view.rows.filter((row) => ["open", "short"].includes(row.state));
    }

    guesses({ code }) {
        return guesses(code, this.missing, this.codes).map(
            ({ row, reason, content }) => ({
                ...row,
                why: this.why(reason),
                content,
            }),
        );
    }

    why(reason) {
        return {
            case: _t("the number of its case"),
            piece: _t("the number of the piece"),
            supplier_code: _t("the supplier's number"),
            supplier_code_within: _t("holds the supplier's number"),
            near: _t("nearly the same number"),
            same_maker: _t("a number of the same maker"),
            no_code: _t("has no code yet"),
            last_ones: _t("still missing"),
        }[reason];
    }

    /** Why it is guessed, and what is missing of it. */
    about(row) {
        const missing = row.ordered ? difference(row) : "";
        return [row.why, missing].filter(Boolean).join(" · ");
    }

    /** By name: what is missing first, then the order, then all the shop's goods. */
    get found() {
        const isFound = holding(this.state.words);
        const { products } = this.props.counter.delivery;
        const { expected } = this.props.counter.session;
        const others = Object.entries(products)
            .filter(([id, name]) => isFound(name) && !expected.has(Number(id)))
            .map(([id, name]) => ({ product: Number(id), name, ordered: 0, unit: "" }));
        const rows = this.view.rows.filter((row) => isFound(row.name));
        const missing = rows.filter((row) => this.missing.includes(row));
        const rest = rows.filter((row) => !this.missing.includes(row));
        return [...missing, ...rest, ...others].slice(0, FOUND);
    }

    /** What the code may hold, the likeliest first. */
    contents({ product, content, unit }) {
        const packs = this.props.counter.session.packs(product);
        const all = [[amount(1, unit || _t("piece")), 1], ...packs];
        return all
            .map(([name, size]) => ({ name, size, isLikely: size === content }))
            .sort((a, b) => b.isLikely - a.isLikely);
    }

    async link(code, product, content) {
        Object.assign(this.state, { code: null, words: "", asked: null });
        await this.props.counter.link(code, product, content);
        if (!this.unknown.length) {
            this.view.panel = "";
        }
    }

    enter(content) {
        const { code, row } = this.state.asked;
        this.state.asked = null;
        if (content !== null) {
            this.link(code, row.product, content);
        }
    }
}
