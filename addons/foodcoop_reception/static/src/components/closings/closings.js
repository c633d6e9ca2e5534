import { Component, useState } from "@odoo/owl";
import { receptionOf } from "../../model/queue.js";
import { _t, products } from "../../words.js";

/** Deliveries that were closed here while the server was away: how that went. */
export class Closings extends Component {
    static template = "foodcoop_reception.Closings";
    static props = { desk: Object, onOpen: Function };

    setup() {
        this.view = useState(this.props.desk.view);
    }

    tone({ answer }) {
        if (!answer) {
            return "info";
        }
        return answer.result ? "done" : "refuse";
    }

    mark({ answer }) {
        if (!answer) {
            return "i";
        }
        return answer.result ? "✓" : "✕";
    }

    text({ answer }) {
        if (!answer) {
            return _t("Closed here. It goes to the server when the network is back.");
        }
        if (answer.refusal) {
            return _t("Not closed. %(sentence)s", { sentence: answer.refusal });
        }
        const { already, received } = answer.result;
        const told = { products: products(received) };
        return already
            ? _t("Somebody else had closed it before. In stock: %(products)s.", told)
            : _t("The delivery is received. In stock: %(products)s.", told);
    }

    /** What was refused is looked at again; the wish is gone then. */
    async lookAt({ key }) {
        await this.props.onOpen({ reception: receptionOf(key) });
        await this.putAway({ key });
    }

    putAway({ key }) {
        return this.props.desk.putAway(key);
    }
}
