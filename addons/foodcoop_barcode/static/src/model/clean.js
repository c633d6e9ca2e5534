import { LENGTHS, isDigits } from "./check_digit.js";

/**
 * From what a scanner or a keyboard delivers to the digits in it: the twin of
 * lib/clean.py. Framing is taken off; damage is only proposed as repaired.
 */

const BLANKS = "\\s\\x1c-\\x1f\\x85\\ufeff\\u200b\\u200c\\u200d\\u2060";
const ENDS = new RegExp(`^[${BLANKS}]+|[${BLANKS}]+$`, "gu");
const SEPARATORS = new RegExp(`[${BLANKS}-]+`, "gu");
const QUOTES = /^['"`\u2018\u2019\u201c\u201d]+|['"`\u2018\u2019\u201c\u201d]+$/gu;
const AIM = /^\][A-Za-z][0-9A-Za-z]/;
const FORMULA = /^="([^\n]*)"$/;
const THOUSANDS = /^[0-9]{1,3}( [0-9]{3}){2,4}$/;
const DECIMALS = /^([0-9]{8,14})[.,]0+$/;
const SCIENTIFIC = /^([0-9])[.,]([0-9]+)[eE]\+?([0-9]{1,2})$/;
const GS1 = /^\([0-9]{2,4}\)|\x1d|^01[0-9]{14}(?=[0-9]{2,}|$)/;
const GS1_SYMBOLOGIES = ["]C1", "]e0", "]d2", "]Q3", "]J1"];
const AZERTY = "à&é\"'(-è_ç";

/** @returns {{text: string, symbology: string}} the text without its framing */
export function unframe(raw) {
    const stripped = raw.replace(ENDS, "");
    const formula = FORMULA.exec(stripped);
    const text = (formula ? formula[1] : stripped).replace(QUOTES, "");
    const symbology = AIM.exec(text)?.[0] ?? "";
    return { text: text.slice(symbology.length), symbology };
}

export function separatorsRemoved(text) {
    return text.replace(SEPARATORS, "");
}

/** A string of application identifiers, not one bare number. */
export function looksLikeGs1({ text, symbology }) {
    return GS1_SYMBOLOGIES.includes(symbology) || (GS1.test(text) && !isDoubled(text));
}

/** A spreadsheet's short form that no longer holds all digits. */
export function lostItsDigits(text) {
    const found = SCIENTIFIC.exec(text);
    return Boolean(found) && found[2].length < Number(found[3]);
}

/** Every known damage this input could show, most telling first. */
export function repairs(raw, framed) {
    return [...damages(raw, framed)];
}

function* damages(raw, framed) {
    const typed = [...raw.replace(ENDS, "")];
    if (typed.length >= 8 && typed.every((sign) => AZERTY.includes(sign))) {
        const digits = typed.map((sign) => AZERTY.indexOf(sign)).join("");
        yield { digits, kind: "azerty_scan", reason: "keyboard_layout" };
    }
    for (const digits of fromNumberFormat(framed.text)) {
        yield { digits, kind: "excel_scientific", reason: "spreadsheet_number_format" };
    }
    const twice = separatorsRemoved(framed.text);
    if (isDoubled(twice)) {
        const digits = twice.slice(0, twice.length / 2);
        yield { digits, kind: "dirty_input", reason: "double_scan" };
    }
    const digits = withZeros(framed.text);
    if (digits) {
        yield { digits, kind: "excel_leading_zero", reason: "leading_zeros_lost" };
    }
}

function isDoubled(text) {
    const half = text.length / 2;
    return (
        LENGTHS.includes(half) &&
        isDigits(text) &&
        text.slice(0, half) === text.slice(half)
    );
}

function* fromNumberFormat(text) {
    const spaced = text.replace(/[\s\x1c-\x1f\x85]/gu, " ");
    if (THOUSANDS.test(spaced)) {
        yield spaced.replaceAll(" ", "");
    }
    const whole = DECIMALS.exec(text);
    if (whole) {
        yield whole[1];
    }
    const found = SCIENTIFIC.exec(text);
    if (found && !lostItsDigits(text)) {
        const zeros = found[2].slice(Number(found[3]));
        if (/^0*$/.test(zeros)) {
            yield (found[1] + found[2].slice(0, Number(found[3]))).replace(
                /^0+(?=.)/,
                "",
            );
        }
    }
}

/** Three to five digits are a PLU or a menu number, not what is left of a code. */
function withZeros(text) {
    if (!isDigits(text)) {
        return "";
    }
    if ([2, 6, 7].includes(text.length)) {
        return text.padStart(8, "0");
    }
    return [9, 10, 11].includes(text.length) ? text.padStart(12, "0") : "";
}
