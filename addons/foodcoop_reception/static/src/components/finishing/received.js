import { Component } from "@odoo/owl";
import { missing } from "../../model/finish.js";
import { _t } from "../../words.js";
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
        if (waiting) {
            return _t("It goes to the server when the network is back.");
        }
        if (already) {
            return _t("It was closed before: %(received)s products are in stock.", {
                received,
            });
        }
        return short
            ? _t(
                  "%(received)s products are in stock, %(missing)s did not come or not in full.",
                  { received, missing: short },
              )
            : _t("%(received)s products are in stock.", { received });
    }

    get missing() {
        return missing(this.props.rows);
    }

    /** What other addons know of: labels to print, for example. */
    get next() {
        return this.props.result.next ?? [];
    }
}
