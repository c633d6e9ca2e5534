import { Component } from "@odoo/owl";
import { missing } from "../../model/finish.js";
import { _t, number, products } from "../../words.js";
import { difference } from "../counting/sentences.js";

/** After the close: what is in stock, what is missing, what is to do now. */
export class Received extends Component {
    static template = "foodcoop_reception.Received";
    static props = { result: Object, delivery: Object, rows: Array, onDone: Function };

    setup() {
        this.difference = difference;
    }

    get sentence() {
        const { already, received, waiting } = this.props.result;
        const short = this.missing.length;
        const told = { products: products(received), missing: number(short) };
        if (waiting) {
            return _t("It goes to the server when the network is back.");
        }
        if (already) {
            return _t("It was closed before. In stock: %(products)s.", told);
        }
        return short
            ? _t("In stock: %(products)s. Missing or not in full: %(missing)s.", told)
            : _t("In stock: %(products)s.", told);
    }

    get missing() {
        return missing(this.props.rows);
    }

    /** What other addons know of: labels to print, for example. */
    get next() {
        return this.props.result.next ?? [];
    }
}
