/** What scanners send after a code. */
const ENDS = ["Enter", "Tab"];

/**
 * Tells a scanner from a person: both press keys and end with Enter.
 *
 * Nobody types six characters as a quantity, so the length decides, not the speed:
 * a slow Bluetooth scanner is still a scanner.
 */
export class KeyReader {
    static SCAN_LENGTH = 6;
    /** A person who stopped typing this many milliseconds ago begins anew. */
    static PAUSE = 4000;

    constructor() {
        this.buffer = "";
        this.last = 0;
    }

    /**
     * @param {string} key as in KeyboardEvent.key
     * @param {number} time milliseconds
     * @returns {{kind: "scan" | "number" | "typing" | "noise" | "none", text: string}}
     *     "none" is not for us: the browser may do with the key what it always does
     */
    press(key, time) {
        if (time - this.last > KeyReader.PAUSE) {
            this.buffer = "";
        }
        this.last = time;
        if (!this.buffer && [...ENDS, " ", "Backspace"].includes(key)) {
            return { kind: "none", text: "" };
        }
        return ENDS.includes(key) ? this.finish() : this.collect(key);
    }

    collect(key) {
        if (key !== "Backspace" && key.length > 1) {
            return { kind: "none", text: "" }; // Shift, an arrow
        }
        this.buffer =
            key === "Backspace" ? this.buffer.slice(0, -1) : this.buffer + key;
        return { kind: "typing", text: this.buffer };
    }

    finish() {
        const text = this.buffer.trim();
        this.buffer = "";
        if (text.length >= KeyReader.SCAN_LENGTH) {
            return { kind: "scan", text };
        }
        if (/^[0-9]{1,5}([.,][0-9]{1,3})?$/.test(text)) {
            return { kind: "number", text: text.replace(",", ".") };
        }
        return { kind: "noise", text };
    }
}
