import { Component, onWillUnmount, useState } from "@odoo/owl";
import { Hold, HOLD } from "../../model/hold.js";
import { _t } from "../../words.js";

/**
 * A button for what cannot be undone: held for a second by finger, mouse, Enter or
 * Space; or pressed once more, for who cannot hold.
 */
export class HoldButton extends Component {
    static template = "foodcoop_reception.HoldButton";
    static props = { label: String, disabled: Boolean, onDone: Function };

    setup() {
        this.hold = new Hold();
        this.state = useState({ held: false, hint: "" });
        onWillUnmount(() => clearTimeout(this.timer));
    }

    down() {
        if (this.props.disabled || this.state.held) {
            return;
        }
        if (this.hold.down(performance.now())) {
            this.done();
            return;
        }
        this.state.held = true;
        this.timer = setTimeout(() => this.done(), HOLD);
    }

    up() {
        if (this.state.held && this.hold.up(performance.now()) === "short") {
            this.state.hint = _t("Hold it for a second, or press it once more.");
        }
        this.stop();
    }

    cancel() {
        this.hold.cancel();
        this.stop();
    }

    stop() {
        clearTimeout(this.timer);
        this.state.held = false;
    }

    key(event) {
        if (["Enter", " "].includes(event.key)) {
            event.preventDefault();
            if (!event.repeat) {
                this.down();
            }
        }
    }

    /** What a screen reader presses has no finger: a press of no length. */
    click(event) {
        if (!event.pointerType && event.detail === 0) {
            this.down();
            this.up();
        }
    }

    done() {
        this.stop();
        this.hold = new Hold();
        this.state.hint = "";
        this.props.onDone();
    }
}
