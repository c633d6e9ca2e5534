import { Component, onMounted, onWillStart, onWillUnmount, useState } from "@odoo/owl";
import { Counter } from "../../counter.js";
import { memory } from "../../device/identity.js";
import { Listener } from "../../device/listening.js";
import { personBefore, rememberPerson } from "../../device/people.js";
import { Refusal } from "../../device/server.js";
import { _t, account } from "../../words.js";
import { Camera } from "../camera/camera.js";
import { Closings } from "../closings/closings.js";
import { Counting } from "../counting/counting.js";
import { Deliveries } from "../deliveries/deliveries.js";
import { DeviceName } from "../device_name/device_name.js";
import { Finishing } from "../finishing/finishing.js";
import { Settings } from "../settings/settings.js";
import { Tools } from "../tools/tools.js";
import { Who } from "../who/who.js";
import { Hearing } from "./hearing.js";

/** The page: which screen is shown, and where the keys go. */
export class Terminal extends Component {
    static template = "foodcoop_reception.Terminal";
    static components = {
        Camera,
        Closings,
        Counting,
        Deliveries,
        DeviceName,
        Finishing,
        Settings,
        Tools,
        Who,
    };
    static props = { desk: Object, again: Boolean };

    setup() {
        this.hearing = new Hearing(this);
        this.listener = new Listener((...heard) => this.hearing.hear(...heard));
        this.state = useState({
            person: "",
            asking: false,
            screen: "deliveries",
            deliveries: [],
            counter: null,
            typed: "",
            problem: "",
            camera: false,
            settings: false,
            isBack: false, // from the settings
            trial: { on: false, scan: null },
        });
        onWillStart(() => this.start());
        onMounted(() => this.listener.start());
        onWillUnmount(() => {
            this.listener.stop();
            this.state.counter?.leave();
        });
    }

    /** After a reload or a restart the delivery that was being counted is open again. */
    async start() {
        const reception = Number(location.hash.slice(1) || memory.read(this.last));
        this.state.person = reception || this.props.again ? personBefore() : "";
        this.state.asking = !this.state.person;
        if (!reception || !(await this.openAgain(reception))) {
            const { problem } = this.state;
            await this.list();
            this.state.problem = problem || this.state.problem;
        }
    }

    /** Unless it was closed, and nothing of it waits here for the office. */
    async openAgain(reception) {
        const isOpen = await this.open({ reception });
        const { closed, waiting } = this.state.counter?.view ?? {};
        if (closed && !waiting) {
            this.state.problem = _t("That delivery is closed. Choose the next one.");
            return false;
        }
        return isOpen;
    }

    /** Where a restarted tablet finds the delivery; each account has its own. */
    get last() {
        return `foodcoop_open_${account}`;
    }

    remember(reception) {
        memory.write(this.last, reception);
        history.replaceState(null, "", reception ? `#${reception}` : location.pathname);
    }

    /** Somebody says who they are; a name from a badge is known by it next time. */
    change(person) {
        rememberPerson(person);
        Object.assign(this.state, { person: person.name, asking: false, problem: "" });
        if (this.state.counter) {
            this.state.counter.person = person.name;
        }
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
            counter.person = this.state.person;
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

    closeSettings() {
        const trial = { on: false, scan: null };
        Object.assign(this.state, { settings: false, isBack: true, trial });
    }
}
