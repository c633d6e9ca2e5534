import { asName } from "./people.js";

/** With a fraction, as nobody writes a code. */
export function isWeight(text) {
    return /^[0-9]{1,5}[.,][0-9]{1,3}$/.test(text);
}

/** A quantity as a person types it. */
export function isNumber(text) {
    return /^[0-9]{1,5}$/.test(text) || isWeight(text);
}

export function numberOf(text) {
    return isNumber(text)
        ? { kind: "number", text: text.replace(",", ".") }
        : { kind: "noise", text };
}

/**
 * Keys that ended with Enter in a field: meant for it, or a scan that ran into it?
 * @param {"number" | "words" | "code" | undefined} wanted what the field asks for
 */
export function isMeant(wanted, text) {
    if (wanted === "code") {
        return true; // a lot's number is scanned as well as typed
    }
    if (wanted === "number") {
        return /^[0-9]{1,7}([.,/][0-9]*)?$/.test(text); // shorter than any product's code
    }
    if (wanted === "words") {
        return !/^[0-9]{8,}$/.test(text);
    }
    // A name that somebody typed, not a code: codes have digits in a row.
    return asName(text) !== null && !/[0-9]{3}/.test(text);
}
