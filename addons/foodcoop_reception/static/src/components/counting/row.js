import { Component } from "@odoo/owl";
import { amount, number } from "../../words.js";
import { Saved } from "../standing/standing.js";

const MARKS = { open: "○", right: "✓", short: "?", over: "?" };

/** One product in the list; drawn anew only when it changed. */
export class Row extends Component {
    static template = "foodcoop_reception.Row";
    static components = { Saved };
    static props = {
        row: Object,
        facts: String,
        counter: Object,
        isActive: Boolean,
        onChoose: Function,
    };

    get mark() {
        return MARKS[this.props.row.state];
    }

    get progress() {
        const { counted, ordered, unit } = this.props.row;
        return `${counted === undefined ? "–" : number(counted)} / ${amount(ordered, unit)}`;
    }
}
