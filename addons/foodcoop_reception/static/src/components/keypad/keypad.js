import { Component, useState } from "@odoo/owl";

/**
 * A number entered by touch. `onDone` gets it, or null when the person changed their mind;
 * `onValue` gets what stands there so far.
 */
export class Keypad extends Component {
    static template = "foodcoop_reception.Keypad";
    static props = {
        name: String,
        unit: String,
        onDone: Function,
        onValue: { type: Function, optional: true },
    };

    setup() {
        this.state = useState({ text: "" });
        this.keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", ",", "0", "←"];
    }

    press(key) {
        const { text } = this.state;
        if (key === "←") {
            this.state.text = text.slice(0, -1);
        } else if (text.length < 8 && !(key === "," && text.includes(","))) {
            this.state.text += key;
        }
        this.props.onValue?.(this.value);
    }

    get value() {
        const value = Number(this.state.text.replace(",", "."));
        return this.state.text && Number.isFinite(value) ? value : null;
    }
}
