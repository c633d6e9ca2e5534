import { Component, onWillUnmount, useState } from "@odoo/owl";
import { coldWait } from "../../model/cold.js";
import { _t } from "../../words.js";

const TICK = 15_000;

/** How long cold goods stand since the delivery was opened; gone when all are counted. */
export class ColdWait extends Component {
    static template = "foodcoop_reception.ColdWait";
    static props = { rows: Array, opened: Number };

    setup() {
        this.state = useState({ now: Date.now() });
        const timer = setInterval(() => {
            this.state.now = Date.now();
        }, TICK);
        onWillUnmount(() => clearInterval(timer));
    }

    get wait() {
        return coldWait(this.props.rows, this.props.opened, this.state.now);
    }

    text({ minutes }) {
        return _t("%(minutes)s min", { minutes });
    }
}
