import { codesOf } from "../model/bursts.js";
import { KeyReader } from "../model/keys.js";
import { Touches } from "../model/touches.js";
import { isMeant } from "../model/typed.js";

/** What types without keys: a scanner of Android that puts its text in. */
const INSERTED = ["insertText", "insertCompositionText", "insertFromPaste"];

/**
 * Where keys go. A scan must neither land in a field nor press a button; what a person
 * types is theirs.
 *
 * `hear(kind, text, about)` is told of scans, numbers and what is being typed.
 */
export class Listener {
    constructor(hear) {
        this.hear = hear;
        this.keys = new KeyReader();
        this.touches = new Touches();
        this.timer = null;
        this.field = null; // where the keys of this burst went
        this.on = { keydown: "onKey", keyup: "onKeyUp", input: "onInput" };
        for (const [event, name] of Object.entries(this.on)) {
            this.on[event] = this[name].bind(this);
        }
        this.on.click = (event) => this.onClick(event);
    }

    start() {
        for (const [event, listener] of Object.entries(this.on)) {
            document.addEventListener(event, listener, true);
        }
        this.offer();
    }

    stop() {
        clearTimeout(this.timer);
        for (const [event, listener] of Object.entries(this.on)) {
            document.removeEventListener(event, listener, true);
        }
    }

    onKey(event) {
        if (event.isComposing || event.metaKey || event.key === "Unidentified") {
            return; // its text comes as input
        }
        const { key, code, shiftKey, ctrlKey, altKey } = event;
        // AltGr is Ctrl and Alt at once, and types a character like any other.
        const isGraph = event.getModifierState("AltGraph");
        const press = {
            key,
            code,
            shift: shiftKey,
            ctrl: ctrlKey && !isGraph,
            alt: altKey && !isGraph,
        };
        this.field = fieldOf(event.target);
        this.answer(this.keys.press(press, event.timeStamp), event);
    }

    onKeyUp(event) {
        if (event.key === "Alt") {
            this.answer(this.keys.release(event.timeStamp), event);
        }
    }

    onInput(event) {
        const { target, data, inputType } = event;
        const isCatcher = target.matches(".fc-catcher");
        if (isCatcher && target.value) {
            this.field = null;
            this.answer(this.keys.insert(target.value, event.timeStamp), event);
        } else if (
            isPasted(data, inputType) &&
            fieldOf(target) &&
            !isFor(target, data)
        ) {
            // A whole code at once is nobody's typing.
            this.field = null;
            target.value = target.value.replace(data, "");
            this.tell("scan", data.trim(), { layout: "text", length: data.length });
        }
    }

    /** What the browser does with the event is stopped where it is ours. */
    answer({ kind, text }, event) {
        clearTimeout(this.timer);
        const { patience } = this.keys;
        if (patience) {
            this.timer = setTimeout(() => this.listenOn(), patience);
        }
        // A lone Enter, Tab or Space is for the focused button; letters are for a field.
        const isTyped = this.field && (kind !== "scan" || isFor(this.field, text));
        if (kind === "none" || (isTyped && kind !== "over")) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        this.tell(kind, text, this.keys.scanned?.about);
    }

    /** Silence after a burst: a scanner that sends nothing at the end. */
    listenOn() {
        this.take(this.keys.silence(performance.now()));
    }

    /** What no key has ended; in a field a number stays where it is. */
    take({ kind, text }) {
        const isScan = kind === "scan" && !(this.field && isFor(this.field, text));
        if (isScan || (kind === "number" && !this.field)) {
            this.tell(kind, text, this.keys.scanned?.about);
        }
    }

    tell(kind, text, about) {
        if (kind !== "scan") {
            this.hear(kind, text);
            return;
        }
        if (about?.number && !this.field) {
            this.hear("number", about.number);
        }
        this.clear();
        for (const code of codesOf(text)) {
            this.hear(kind, code, about);
        }
    }

    /** The keys of a scan that ran into a field are taken out of it. */
    clear() {
        const { field } = this;
        const catcher = document.querySelector(".fc-catcher");
        if (catcher) {
            catcher.value = "";
        }
        if (field) {
            field.value = field.value.replace(this.keys.scanned?.typed, "");
            field.dispatchEvent(new Event("input"));
        }
    }

    onClick(event) {
        const touch = touchOf(event);
        if (touch && this.touches.isStray(touch)) {
            event.preventDefault();
            event.stopPropagation();
            return;
        }
        this.take(this.keys.touched(event.timeStamp));
        if (event.pointerType === "touch") {
            // After what the button does: it may show a field.
            setTimeout(() => this.offer());
        }
    }

    /** Text that is put in needs a field that has the focus; nobody sees this one. */
    offer() {
        const isFree = !fieldOf(document.activeElement ?? document.body);
        if (isFree && matchMedia("(pointer: coarse)").matches) {
            document.querySelector(".fc-catcher")?.focus({ preventScroll: true });
        }
    }
}

function fieldOf(element) {
    return element.closest?.("input:not(.fc-catcher), textarea") ?? null;
}

/** A button that a finger or a mouse touched, where, and of which line. */
function touchOf({ target, pointerType, timeStamp: time, clientX: x, clientY: y }) {
    const button = target.closest("button, a");
    if (!button || !pointerType) {
        return null; // a key, or a screen reader
    }
    const line = button.closest(".fc-veil") ?? button.closest("li, .fc-check");
    const isLine = line && !line.matches(".fc-veil");
    return { time, x, y, thing: button.innerText + (isLine ? line.innerText : "") };
}

function isPasted(data, inputType) {
    const isLong = (data ?? "").trim().length >= KeyReader.SCAN_LENGTH;
    return isLong && INSERTED.includes(inputType);
}

/** Whether a text is what the field asks for, and no scan that ran into it. */
function isFor(field, text) {
    return isMeant(field.dataset.typed, text.trim());
}
