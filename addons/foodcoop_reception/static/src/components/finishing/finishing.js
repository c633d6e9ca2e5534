import { Component, useState } from "@odoo/owl";
import { _t, number } from "../../words.js";
import { difference } from "../counting/sentences.js";

/** Before closing: only the lines that differ; after it: what was received. */
export class Finishing extends Component {
    static template = "foodcoop_reception.Finishing";
    static props = {
        counter: Object,
        attempt: Function,
        onCount: Function,
        onDone: Function,
    };

    setup() {
        this.view = useState(this.props.counter.view);
        this.state = useState({ busy: false, result: null });
        this.difference = difference;
    }

    get open() {
        return this.view.rows.filter((row) => row.state === "open");
    }

    get different() {
        return this.view.rows.filter((row) => ["short", "over"].includes(row.state));
    }

    get counted() {
        return this.view.rows.length - this.open.length;
    }

    get result() {
        const { already, received, missing, waiting } = this.state.result;
        if (waiting) {
            return _t("It goes to the server when the network is back.");
        }
        if (already) {
            return _t("It was closed before: %(received)s products are in stock.", {
                received,
            });
        }
        return missing
            ? _t(
                  "%(received)s products are in stock, %(missing)s did not come or not in full.",
                  {
                      received,
                      missing,
                  },
              )
            : _t("%(received)s products are in stock.", { received });
    }

    notOrdered({ counted }) {
        return _t("%(count)s, not ordered", { count: number(counted) });
    }

    async close() {
        this.state.busy = true;
        await this.props.attempt(async () => {
            this.state.result = await this.props.counter.close(this.open.length > 0);
        });
        this.state.busy = false;
    }
}
