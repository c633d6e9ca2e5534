import { Component, onMounted, useRef, useState } from "@odoo/owl";

/** Digits by touch or by keyboard, in a field of their own; the first one begins anew. */
export class Pad extends Component {
    static template = "foodcoop_reception.Pad";
    static props = {
        text: String,
        label: String,
        unit: { type: String, optional: true },
        separator: { type: String, optional: true },
        onText: Function,
        onEnter: Function,
    };

    setup() {
        this.field = useRef("field");
        this.state = useState({ fresh: true });
        onMounted(() => {
            this.field.el.focus({ preventScroll: true });
            this.field.el.select();
        });
    }

    get keys() {
        const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
        return [...digits, this.props.separator ?? ",", "0", "←"];
    }

    press(key) {
        const before = this.state.fresh && key !== "←" ? "" : this.props.text;
        this.state.fresh = false;
        const text = key === "←" ? before.slice(0, -1) : before + key;
        this.props.onText(text.slice(0, 10));
    }

    type(text) {
        this.state.fresh = false;
        this.props.onText(text.slice(0, 10));
    }

    key(event) {
        if (event.key === "Enter") {
            event.preventDefault();
            this.props.onEnter();
        }
    }
}

/** What stands on a pad as a number; null when it is none. */
export function padNumber(text) {
    const value = Number(text.replace(",", "."));
    return text.trim() && Number.isFinite(value) ? value : null;
}
