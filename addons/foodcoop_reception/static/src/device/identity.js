/** Names that a terminal gives: its own, and one to each event. */

import { Clock } from "../model/clock.js";

/** crypto.randomUUID needs a secure page; a shop's terminal may be on plain HTTP. */
export function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

/** What survives a restart, where the browser lets us; else it lasts as the page does. */
export const memory = {
    kept: new Map(),
    read(name) {
        try {
            return localStorage.getItem(name) ?? this.kept.get(name) ?? "";
        } catch {
            return this.kept.get(name) ?? "";
        }
    },
    write(name, text) {
        this.kept.set(name, text);
        try {
            localStorage.setItem(name, text);
        } catch {
            // a browser that keeps nothing: the page's own memory has it
        }
    },
};

/** The number that this browser has given itself. */
export function deviceId() {
    if (!memory.read("foodcoop_device")) {
        memory.write("foodcoop_device", newId());
    }
    return memory.read("foodcoop_device");
}

/** How people call it; the first letters of its number until somebody does. */
export function deviceName() {
    return memory.read("foodcoop_device_name") || deviceId().slice(0, 8);
}

const clock = new Clock(Number(memory.read("foodcoop_clock")));

/** The server's clock, as each of its answers tells it. */
export function learnTime(told, asked) {
    const before = clock.offset;
    clock.learn(Date.parse(told), asked, Date.now());
    if (clock.offset !== before) {
        memory.write("foodcoop_clock", String(clock.offset));
    }
}

/** The time of an event, by the server's clock; two events never have the same. */
export function now() {
    return clock.now(Date.now());
}
