/** Tabs of this terminal that count the same delivery: they tell each other. */

import { newId } from "./identity.js";

const NAME = "foodcoop_reception";

export class Tabs {
    /**
     * @param {string} key of the delivery
     * @param {(events: object[]) => void} onEvents what another tab counted
     * @param {(count: number) => void} onCount how many other tabs there are
     */
    constructor(key, onEvents, onCount) {
        Object.assign(this, { key, onEvents, onCount });
        this.me = newId();
        this.others = new Set();
        this.channel = new BroadcastChannel(NAME);
        this.channel.onmessage = ({ data }) => this.hear(data);
        this.look = () => document.hidden || this.greet();
        this.leave = () => this.say("bye");
        document.addEventListener("visibilitychange", this.look);
        addEventListener("pagehide", this.leave);
        this.greet();
    }

    /** Anew each time somebody looks at this tab: a tab that crashed says no goodbye. */
    greet() {
        this.others.clear();
        this.onCount(0);
        this.say("hello");
    }

    say(word, events = []) {
        this.channel.postMessage({ word, events, key: this.key, from: this.me });
    }

    share(events) {
        this.say("events", events);
    }

    hear({ word, events, key, from }) {
        if (key !== this.key) {
            return;
        }
        if (word === "hello") {
            this.say("here");
        }
        if (word === "bye") {
            this.others.delete(from);
        } else {
            this.others.add(from);
        }
        this.onCount(this.others.size);
        if (events.length) {
            this.onEvents(events);
        }
    }

    stop() {
        this.leave();
        this.channel.close();
        document.removeEventListener("visibilitychange", this.look);
        removeEventListener("pagehide", this.leave);
    }
}
