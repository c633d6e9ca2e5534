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
        this.desk = useState(this.props.counter.desk.view);
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

    /** What came of closing; later, when the network was away. Null: nothing yet. */
    get answer() {
        const { result } = this.state;
        const { key } = this.props.counter.delivery;
        const { answer } = this.desk.wishes.find((wish) => wish.key === key) ?? {};
        if (!result?.waiting || !answer) {
            return result;
        }
        return answer.result ?? null;
    }

    get result() {
        const { already, received, missing, waiting } = this.answer;
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
