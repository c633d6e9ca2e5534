import { Component, useState } from "@odoo/owl";
import { today } from "../../device/people.js";
import { readDate } from "../../model/dates.js";
import { shortDay } from "../../words.js";
import { Pad } from "../pad/pad.js";

/** The date on a product, and the number of its lot. */
export class DateStep extends Component {
    static template = "foodcoop_reception.DateStep";
    static components = { Pad };
    static props = { name: String, onTold: Function };

    setup() {
        this.state = useState({ text: "", lot: "", asksLot: false });
    }

    get date() {
        return readDate(this.state.text, today());
    }

    get words() {
        return this.date ? shortDay(this.date) : "";
    }

    get lot() {
        return this.state.lot.trim();
    }

    get isTold() {
        return Boolean(this.date || (this.lot && !this.state.text));
    }

    tell() {
        if (this.isTold) {
            this.props.onTold({ expiry: this.date ?? "", lot: this.lot });
        }
    }
}
