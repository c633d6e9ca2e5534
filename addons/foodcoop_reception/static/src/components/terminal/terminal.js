import { Component, onMounted, onWillStart, onWillUnmount, useState } from "@odoo/owl";
import { Counter } from "../../counter.js";
import { nameOfBadge } from "../../device/badge.js";
import { memory } from "../../device/identity.js";
import { Listener } from "../../device/listening.js";
import {
    personBefore,
    personOfBadge,
    rememberPerson,
    stillHere,
    today,
} from "../../device/people.js";
import { Refusal } from "../../device/server.js";
import { KeyReader } from "../../model/keys.js";
import { isCard } from "../../model/trial.js";
import { byCode, cards } from "../../model/waiting.js";
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
        this.listener = new Listener((...heard) => this.hear(...heard));
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

    /** Somebody says who they are; a name from a badge is known by it next time. */
    change(person) {
        rememberPerson(person);
        Object.assign(this.state, { person: person.name, asking: false, problem: "" });
        if (this.state.counter) {
            this.state.counter.person = person.name;
        }
    }

    async badge(code) {
        await this.attempt(async () => {
            const name = await nameOfBadge(code);
            if (name) {
                this.change({ name, badge: name === code ? "" : code });
            } else {
                this.state.problem = _t(
                    "Nobody here has this badge. Touch or type your name.",
                );
            }
        });
    }

    /** The code on an order's paper opens its delivery. */
    async openByCode(code) {
        const find = () => byCode(cards(this.state.deliveries, today()), code);
        if (!find()) {
            await this.list();
        }
        const card = find();
        if (card) {
            await this.open({ pickings: card.pickings });
            return;
        }
        this.state.problem ||= _t(
            "No delivery that waits has the code %(code)s. If it is a product: choose its delivery first.",
            { code: code.slice(0, 40) },
        );
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

    hear(kind, text, about) {
        if (kind === "scan" && (this.state.trial.on || isCard(text))) {
            this.state.settings = true;
            this.state.trial = { on: true, scan: { text, about } };
            return;
        }
        if (this.state.settings && kind === "scan") {
            this.closeSettings(); // goods are more urgent
        } else if (this.state.settings) {
            return;
        }
        if (this.state.counter && !this.state.asking) {
            this.act(kind, text);
        } else if (kind === "scan" && this.state.asking) {
            this.badge(text);
        } else if (kind === "scan") {
            this.openByCode(text);
        }
    }

    closeSettings() {
        const trial = { on: false, scan: null };
        Object.assign(this.state, { settings: false, isBack: true, trial });
    }

    act(kind, text) {
        const { counter } = this.state;
        const isNumber = kind === "typing" && text.length < KeyReader.SCAN_LENGTH;
        this.state.typed = isNumber ? text : "";
        stillHere(this.state.person);
        if (kind === "scan") {
            this.scan(text);
        } else if (kind === "number" && !counter.view.panel) {
            counter.set(Number(text));
        }
    }

    scan(text) {
        const person = personOfBadge(text);
        if (person) {
            this.change({ name: person }); // somebody else goes on
            return;
        }
        this.state.screen = "counting"; // one more was found while finishing
        this.state.counter.view.panel = "";
        this.state.counter.scan(text);
    }
}
