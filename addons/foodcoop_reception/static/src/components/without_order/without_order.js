import { Component, useState } from "@odoo/owl";
import { ask } from "../../device/server.js";

/** Time to go on typing before the server is asked (milliseconds). */
const PAUSE = 250;

/** Something came that nobody ordered here: whose is it? */
export class WithoutOrder extends Component {
    static template = "foodcoop_reception.WithoutOrder";
    static props = { attempt: Function, onOpen: Function, onBack: Function };

    setup() {
        this.state = useState({ words: "", found: null });
        this.timer = null;
    }

    type(words) {
        this.state.words = words;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.search(), PAUSE);
    }

    async search() {
        const words = this.state.words.trim();
        if (words.length < 2) {
            this.state.found = null;
            return;
        }
        await this.props.attempt(async () => {
            const found = await ask("suppliers", { words });
            if (words === this.state.words.trim()) {
                this.state.found = found; // an answer that comes late is none
            }
        });
    }
}
