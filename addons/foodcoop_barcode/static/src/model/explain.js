import { LENGTHS, checkDigit, gtin14Key, isDigits, isValid } from "./check_digit.js";
import {
    looksLikeGs1,
    lostItsDigits,
    repairs,
    separatorsRemoved,
    unframe,
} from "./clean.js";
import { facts, foreignDigits, upce } from "./facts.js";
import { elements, gtin } from "./gs1.js";
import { RESTRICTED, canonical, kindOf, reasonOf, upcaOf } from "./kinds.js";
import { DEFAULT_MEASURES, measureOf } from "./measure.js";

/** One scan, explained: what it is, whether it holds, and why. Twin of lib/scan.py. */

const LABEL_KEYS = { price: "price", weight: "kg", count: "count" };

/**
 * @param {string} raw as it came
 * @param {Measure[]} [measures] how this shop reads price and weight labels; without
 *     them the rules every Odoo begins with are tried, but a zero value is no label
 * @returns {{input, class, valid: "1" | "repair" | "0", code, decoded, reason, holds,
 *     gtin14, digits, expected, label}} plain data, `label` as Measure.read says
 */
export function explain(raw, measures = null, year = new Date().getFullYear()) {
    if (isDigits(raw) && LENGTHS.includes(raw.length)) {
        return ofDigits(raw, raw, "", measures);
    }
    const framed = unframe(raw);
    return repaired(raw, framed, measures) ?? asItIs(raw, framed, measures, year);
}

/** The first damage that, undone, leaves a code. */
function repaired(raw, framed, measures) {
    for (const repair of repairs(raw, framed)) {
        const found = ofDigits(raw, repair.digits, "", measures);
        if (found.valid === "1") {
            return asRepair(found, repair, framed);
        }
    }
    return null;
}

function asItIs(raw, framed, measures, year) {
    if (looksLikeGs1(framed)) {
        return ofIdentifiers(raw, framed.text, year);
    }
    if (lostItsDigits(framed.text)) {
        return refused(raw, "excel_scientific", "digits_lost");
    }
    const text = separatorsRemoved(framed.text);
    if (!isDigits(text)) {
        return noDigits(raw, text);
    }
    const found = ofDigits(raw, text, framed.symbology, measures);
    const isValidCode = found.valid === "1";
    return isValidCode ? { ...found, class: "dirty_input", holds: found.class } : found;
}

function ofDigits(raw, digits, symbology, measures) {
    const upca = upcaOf(digits, symbology);
    if (upca) {
        return ofUpce(raw, digits, upca);
    }
    if (!LENGTHS.includes(digits.length)) {
        return wrongLength(raw, digits);
    }
    const expected = checkDigit(digits.slice(0, -1));
    if (digits.at(-1) !== expected) {
        return failedCheck(raw, digits, expected);
    }
    const kind = kindOf(digits);
    const code = canonical(kind, digits);
    const found = answer(raw, kind, reasonOf(kind), code, facts(kind, digits));
    return RESTRICTED.includes(kind) ? asLabel(found, measures) : found;
}

/** The same digits read by a rule of the shop, where one fits. */
function asLabel(found, measures) {
    const rule = measureOf(found.code, measures ?? DEFAULT_MEASURES);
    const read = rule?.read(found.code);
    if (!rule || (measures === null && !Number(read.value))) {
        return found;
    }
    const kind = `${rule.kind}_embedded`;
    const label = {
        ...found,
        class: kind,
        holds: kind,
        reason: Number(read.value) ? "measure_read" : "measure_is_zero",
        code: read.base,
        gtin14: gtin14Key(read.base),
        decoded: { ...found.decoded, ...parts(rule, read) },
        label: read,
    };
    const misread = { valid: "0", reason: "verifier", code: "", gtin14: "" };
    return read.verifierOk === false ? { ...label, ...misread } : label;
}

function parts(rule, { value, item, verifier }) {
    const told = rule.currency ? `${value} ${rule.currency}` : value;
    const guard = verifier ? { verifier } : {};
    return { rule: rule.rule, item, [LABEL_KEYS[rule.kind]]: told, ...guard };
}

function ofIdentifiers(raw, text, year) {
    const found = elements(text, year);
    if (!found) {
        return refused(raw, "gs1_128", "gs1_128_unreadable");
    }
    const code = gtin(found);
    if (code && !isValid(code)) {
        return wrongCheck(raw, "gs1_128", checkDigit(code.slice(0, -1)));
    }
    return answer(raw, "gs1_128", "ok", code, found);
}

function ofUpce(raw, digits, upca) {
    const decoded = upce(digits, upca);
    const reason = decoded.ambiguous_as_ean8 ? "upce_or_ean8" : "ok";
    return { ...answer(raw, "upce", reason, gtin14Key(upca), decoded), digits };
}

/** Wrong last digit, unless a digit too many or too few explains it better. */
function failedCheck(raw, digits, expected) {
    const length = String(digits.length);
    if (digits.length === 14 && isValid(digits.slice(0, 13))) {
        return refused(raw, "wrong_length", "too_many_digits", { length });
    }
    if (digits.length === 12 && digits[0] !== "0") {
        return refused(raw, "wrong_length", "too_few_digits", { length });
    }
    return wrongCheck(raw, "bad_check_digit", expected);
}

function wrongCheck(raw, kind, expected) {
    const told = { expected_check: expected };
    return { ...refused(raw, kind, "check_digit", told), expected };
}

function wrongLength(raw, digits) {
    const few = digits.length <= 5 ? "plu_or_menu_number" : "too_few_digits";
    const reason = digits.length < 14 ? few : "too_many_digits";
    return refused(raw, "wrong_length", reason, { length: String(digits.length) });
}

function noDigits(raw, text) {
    if (!text) {
        return refused(raw, "wrong_length", "empty", { length: "0" });
    }
    return /\p{Nd}/u.test(text)
        ? refused(raw, "non_ascii_digits", "not_digits", foreignDigits(text))
        : refused(raw, "text", "not_digits");
}

function asRepair(found, { digits, kind, reason }, framed) {
    const decoded = { ...found.decoded, original: digits };
    if (reason === "leading_zeros_lost") {
        decoded.lost = `${digits.length - framed.text.length} zero(s)`;
    }
    return { ...found, class: kind, valid: "repair", reason, decoded };
}

function answer(input, kind, reason, code, decoded) {
    const said = { input, class: kind, valid: "1", code, decoded, reason, holds: kind };
    const gtin14 = code && gtin14Key(code);
    return { ...said, gtin14, digits: code, expected: "", label: null };
}

function refused(input, kind, reason, decoded = {}) {
    return { ...answer(input, kind, reason, "", decoded), valid: "0" };
}
