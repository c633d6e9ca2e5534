import { Component, onMounted, onWillStart, onWillUnmount, useState } from "@odoo/owl";
import { Counter } from "../../counter.js";
import { memory } from "../../device/identity.js";
import { Refusal } from "../../device/server.js";
import { KeyReader } from "../../model/keys.js";
import { _t, account, user } from "../../words.js";
import { Closings } from "../closings/closings.js";
import { Counting } from "../counting/counting.js";
import { Deliveries } from "../deliveries/deliveries.js";
import { DeviceName } from "../device_name/device_name.js";
import { Finishing } from "../finishing/finishing.js";

/** The page: which screen is shown, and where the keys go. */
export class Terminal extends Component {
    static template = "foodcoop_reception.Terminal";
    static components = { Closings, Deliveries, Counting, DeviceName, Finishing };
    static props = { desk: Object };

    setup() {
        this.user = user;
        this.keys = new KeyReader();
        this.state = useState({
            screen: "deliveries",
            deliveries: [],
            counter: null,
            typed: "",
            problem: "",
        });
        this.onKey = this.onKey.bind(this);
        onWillStart(() => this.start());
        onMounted(() => document.addEventListener("keydown", this.onKey, true));
        onWillUnmount(() => document.removeEventListener("keydown", this.onKey, true));
    }

    /** After a reload or a restart the delivery that was being counted is open again. */
    async start() {
        const reception = Number(location.hash.slice(1) || memory.read(this.last));
        if (!reception || !(await this.open({ reception }))) {
            const { problem } = this.state;
            await this.list();
            this.state.problem = problem || this.state.problem;
        }
    }

    /** Where a restarted tablet finds the delivery; each account has its own. */
    get last() {
        return `foodcoop_open_${account}`;
    }

    remember(reception) {
        memory.write(this.last, reception);
        history.replaceState(null, "", reception ? `#${reception}` : location.pathname);
    }

    async list() {
        this.state.counter?.leave();
        Object.assign(this.state, { screen: "deliveries", counter: null, typed: "" });
        this.remember("");
        await this.attempt(async () => {
            const { deliveries, offline } = await this.props.desk.waiting();
            this.state.deliveries = deliveries;
            if (offline) {
                this.state.problem = _t(
                    "There is no network. The deliveries that were opened on this terminal can be counted.",
                );
            }
        });
    }

    open(which) {
        return this.attempt(async () => {
            const counter = await Counter.open(which, this.props.desk);
            this.state.counter?.leave();
            Object.assign(this.state, { counter, screen: "counting" });
            this.remember(String(counter.delivery.reception));
        });
    }

    /** Runs what may fail; a failure becomes the sentence on the screen. */
    async attempt(action) {
        this.state.problem = "";
        try {
            await action();
            return true;
        } catch (error) {
            if (error.session) {
                location.assign("/web/login?redirect=/reception");
            }
            this.state.problem =
                error instanceof Refusal
                    ? error.message
                    : _t(
                          "The server cannot be reached. Try again when the network is back.",
                      );
            return false;
        }
    }

    /** A scan must neither land in a field nor press a button. */
    onKey(event) {
        const isShortcut = event.ctrlKey || event.altKey || event.metaKey;
        const { kind, text } = isShortcut
            ? { kind: "none", text: "" }
            : this.keys.press(event.key, event.timeStamp);
        const field = event.target.closest("input");
        // A lone Enter, Tab or Space is for the focused button; letters are for a field.
        if (kind === "none" || (field && kind !== "scan")) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        this.clear(field, text);
        if (this.state.counter) {
            this.act(kind, text);
        }
    }

    /** The keys of a scan that ran into a field are taken out of it. */
    clear(field, text) {
        if (field) {
            field.value = field.value.replace(text, "");
            field.dispatchEvent(new Event("input"));
        }
    }

    act(kind, text) {
        const { counter } = this.state;
        const isNumber = kind === "typing" && text.length < KeyReader.SCAN_LENGTH;
        this.state.typed = isNumber ? text : "";
        if (kind === "scan") {
            this.state.screen = "counting"; // one more was found while finishing
            counter.scan(text);
        } else if (kind === "number") {
            counter.set(Number(text));
        }
    }
}
