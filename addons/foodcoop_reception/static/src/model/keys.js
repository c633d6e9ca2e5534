import { apartFromTyped, isBurst, slowestOf } from "./bursts.js";
import { meant } from "./layouts.js";
import { isNumber, isWeight, numberOf } from "./typed.js";

/** What scanners send after a code. */
const ENDS = ["Enter", "Tab"];
const EDITING = [...ENDS, " ", "Backspace"];
const SEPARATOR = "\u001d";

/**
 * Tells a scanner from a person: both press keys and end with Enter.
 *
 * Nobody types six characters as a quantity, so the length decides, not the speed: a
 * slow Bluetooth scanner is still a scanner. Only a scanner that sends nothing at the
 * end is known by its speed, and by the silence after it.
 */
export class KeyReader {
    static SCAN_LENGTH = 6;
    /** A person who stopped typing this many milliseconds ago begins anew. */
    static PAUSE = 4000;
    /** Between two keys of a scanner (milliseconds). */
    static QUICK = 50;
    /** So long after a burst nothing more comes (milliseconds). */
    static SILENCE = 150;
    /** A scanner that is known to end its codes may stop in between. */
    static PATIENCE = 1000;

    constructor() {
        this.ends = false; // whether a suffix was ever seen
        this.over = -Infinity;
        this.code = ""; // of a character that is typed as Alt and its number
        this.left = ""; // a number that nobody ended, before what is typed now
        /** The last scan: as it was `typed`, `about` how, and after which number. */
        this.scanned = null;
        this.begin(0);
    }

    begin(time) {
        this.presses = [];
        this.pasted = "";
        this.isCorrected = false; // by a person, then
        this.first = time;
        this.last = time;
    }

    /** What stands in a field now if the keys went there. */
    get typed() {
        return this.presses.map(({ key }) => key).join("") || this.pasted;
    }

    get isEmpty() {
        return !this.presses.length && !this.pasted;
    }

    /**
     * @param {string | object} pressed as KeyboardEvent has it: key, code, shift, ctrl, alt
     * @param {number} time milliseconds
     * @returns {{kind: "scan" | "number" | "typing" | "noise" | "none" | "over",
     *     text: string}} "none" is not for us: the browser may do with the key what it
     *     always does; "over" is the end of a scan that was read already
     */
    press(pressed, time) {
        const press = typeof pressed === "string" ? { key: pressed } : pressed;
        if (this.isFree(press.key, time) && EDITING.includes(press.key)) {
            const isLate = time - this.over < KeyReader.PATIENCE;
            const kind = ENDS.includes(press.key) && isLate ? "over" : "none";
            return { kind, text: "" };
        }
        return ENDS.includes(press.key)
            ? this.finish(press.key, time)
            : this.collect(press, time);
    }

    /** Nothing stands here, or what was forgotten; a number that shows is neither. */
    isFree(key, time) {
        const isOurs = key !== " " && isNumber(meant(this.presses).text);
        return this.isEmpty || (!isOurs && time - this.last > KeyReader.PAUSE);
    }

    collect(press, time) {
        const { key } = press;
        if (press.ctrl || press.alt) {
            return this.combine(press, time);
        }
        if (key !== "Backspace") {
            const isCharacter = key.length === 1; // not Shift, not an arrow
            return isCharacter ? this.add(press, time) : { kind: "none", text: "" };
        }
        this.presses.pop();
        this.isCorrected = true;
        return { kind: "typing", text: this.typed };
    }

    /** Alt and a number, or Ctrl and a bracket, stand for a character; else a shortcut. */
    combine({ key, code = "", ctrl, alt }, time) {
        if (alt && /^Numpad\d$/.test(code)) {
            this.code += code.at(-1);
            return { kind: "typing", text: this.typed };
        }
        return ctrl && (key === "]" || code === "BracketRight")
            ? this.add({ key: SEPARATOR }, time)
            : { kind: "none", text: "" };
    }

    /** Alt was let go: the number typed with it is a character, 029 a separator. */
    release(time) {
        const number = Number(this.code);
        this.code = "";
        return number && number < 256
            ? this.add({ key: String.fromCharCode(number) }, time)
            : { kind: "none", text: "" };
    }

    add(press, time) {
        if (this.isEmpty || time - this.last > KeyReader.PAUSE) {
            this.leave(time);
        }
        this.isCorrected &&= time - this.last < KeyReader.SILENCE;
        this.last = time;
        this.presses.push({ ...press, time });
        return { kind: "typing", text: this.typed };
    }

    /** What follows is something else. */
    leave(time) {
        const { kind, text } = numberOf(meant(this.presses).text);
        this.left = kind === "number" ? text : this.left;
        this.begin(time);
    }

    /** Text that came without keys, as some Android scanners put it in: all so far. */
    insert(text, time) {
        const isLater = time - this.last >= KeyReader.SILENCE;
        if (this.isEmpty || (this.presses.length && isLater)) {
            this.leave(time);
        }
        this.last = time;
        this.pasted = text;
        return /[\r\n\t]$/.test(text)
            ? this.finish("Enter", time)
            : { kind: "typing", text };
    }

    /** How long to wait for more before `silence` is asked (milliseconds), if at all. */
    get patience() {
        const own = apartFromTyped(this.presses, KeyReader)[1];
        const { length } = this.pasted;
        const isQuick = isBurst(own, KeyReader) && !this.isCorrected;
        const isWhole = length ? length >= KeyReader.SCAN_LENGTH : isQuick;
        return isWhole && (this.ends ? KeyReader.PATIENCE : KeyReader.SILENCE);
    }

    /** Nothing came for a while: the scanner has said all, without an end. */
    silence(time) {
        const wait = this.patience;
        return wait && time - this.last >= wait - 1
            ? this.finish("", this.last)
            : { kind: "none", text: "" };
    }

    /** Whoever touches the screen has typed what they wanted; a scanner goes on. */
    touched(time) {
        const isAtWork = this.patience || time - this.last < KeyReader.SILENCE;
        return this.isEmpty || isAtWork
            ? { kind: "none", text: "" }
            : this.finish("", this.last);
    }

    /** @param {string} suffix the key that ended it, or nothing */
    finish(suffix, time) {
        const { text, ...scanned } = this.read(suffix);
        this.begin(time);
        this.left = "";
        // 12.345 kg are as long as a code, but no code is written so.
        if (text.length < KeyReader.SCAN_LENGTH || isWeight(text)) {
            return numberOf(text);
        }
        this.ends ||= Boolean(suffix);
        this.over = suffix ? -Infinity : time;
        this.scanned = scanned;
        return { kind: "scan", text };
    }

    /** With how it was sent, for the test of the scanner. */
    read(suffix) {
        const [before, own] = apartFromTyped(this.presses, KeyReader);
        this.presses = own;
        const { typed } = this;
        const told = this.pasted ? { text: this.pasted, layout: "text" } : meant(own);
        const text = told.text.replace(/^ +|[\r\n\t ]+$/g, "");
        const time = Math.max(0, Math.round(this.last - (own[0]?.time ?? this.first)));
        const about = { suffix, layout: told.layout, length: text.length, time };
        const said = meant(before).text;
        const number = isNumber(said) ? numberOf(said).text : this.left;
        return { text, typed, about: { ...about, number, slowest: slowestOf(own) } };
    }
}
