import { checkDigit, isValid } from "./check_digit.js";

/**
 * Price and weight labels, read by a pattern: the twin of lib/measure.py. Values are
 * text, for they are exact.
 */

const PATTERN = /^([0-9]+)(I+)(V?)(N*)(D*)C$/;
const TWO_MINUS = "0246891357";
const THREE = "0369258147";
const FIVE_PLUS = "0516273849";
const FIVE_MINUS = "0594837261";
const WEIGHTS = {
    4: [TWO_MINUS, TWO_MINUS, THREE, FIVE_MINUS],
    5: [FIVE_PLUS, TWO_MINUS, FIVE_MINUS, FIVE_PLUS, TWO_MINUS],
};

/** The digit that guards a price or weight of four or five digits. */
export function verifier(digits) {
    const weights = WEIGHTS[digits.length];
    const sum = [...digits]
        .map((digit, i) => Number(weights[i][digit]))
        .reduce((a, b) => a + b);
    return digits.length === 4
        ? String((sum * 3) % 10)
        : String(FIVE_MINUS.indexOf(String((10 - (sum % 10)) % 10)));
}

export class Measure {
    /**
     * @param {string} pattern such as 21IIIIINNDDDC
     * @param {"price" | "weight" | "count"} kind
     */
    constructor(pattern, kind, currency = "") {
        const found = PATTERN.exec(pattern);
        if (!found || pattern.length !== 13 || !(found[4] + found[5])) {
            throw new RangeError(`${pattern} is no pattern such as 21IIIIINNDDDC`);
        }
        const [, prefix, item, guard, whole, decimals] = found;
        this.pattern = pattern;
        this.kind = kind;
        this.currency = currency;
        this.prefix = prefix;
        this.itemDigits = item.length;
        this.hasVerifier = Boolean(guard);
        this.decimals = decimals.length;
        this.valueDigits = whole.length + decimals.length;
        this.valueAt = 12 - this.valueDigits;
    }

    /** The rule as Odoo's nomenclature writes it. */
    get rule() {
        const dots = ".".repeat(this.valueAt - this.prefix.length);
        const whole = "N".repeat(this.valueDigits - this.decimals);
        return `${this.prefix}${dots}{${whole}${"D".repeat(this.decimals)}}`;
    }

    matches(code) {
        return code.length === 13 && code.startsWith(this.prefix) && isValid(code);
    }

    /** The code of the item itself: value and verifier zero. */
    baseOf(code) {
        const body = code
            .slice(0, this.prefix.length + this.itemDigits)
            .padEnd(12, "0");
        return body + checkDigit(body);
    }

    /** What a label says; ask `matches` first. */
    read(code) {
        const at = this.prefix.length;
        const digits = code.slice(this.valueAt, 12);
        const guard = this.hasVerifier ? code[this.valueAt - 1] : "";
        return {
            item: code.slice(at, at + this.itemDigits),
            value: this.decimal(digits),
            verifierOk: guard ? guard === verifier(digits) : null,
            base: this.baseOf(code),
            verifier: guard,
        };
    }

    decimal(digits) {
        const whole = digits.slice(0, digits.length - this.decimals);
        const decimals = digits.slice(digits.length - this.decimals);
        return `${Number(whole)}${decimals && `.${decimals}`}`;
    }
}

/** The rule of the longest prefix that reads this code. */
export function measureOf(code, measures) {
    const found = measures.filter((measure) => measure.matches(code));
    return found.reduce(
        (best, one) => (best && best.prefix.length >= one.prefix.length ? best : one),
        null,
    );
}

/** @param {Array<{pattern: string, kind: string}>} rules as the server tells them */
export function measuresOf(rules) {
    return rules.map((rule) => new Measure(rule.pattern, rule.kind, rule.currency));
}

export const DEFAULT_MEASURES = [
    new Measure("23IIIIINNNDDC", "price"),
    new Measure("21IIIIINNDDDC", "weight"),
];
