import { checkDigit, isValid } from "./check_digit.js";

/** What the digits of a valid code say by themselves: the twin of lib/facts.py. */

const DIGIT_ZEROS = [
    [0x0660, "arabic-indic"],
    [0x06f0, "extended arabic-indic"],
    [0x0966, "devanagari"],
    [0x09e6, "bengali"],
    [0x0ae6, "gujarati"],
    [0x0be6, "tamil"],
    [0x0e50, "thai"],
    [0x0ed0, "lao"],
    [0x1040, "myanmar"],
    [0x17e0, "khmer"],
    [0xff10, "fullwidth"],
    [0x1d7ce, "mathematical bold"],
    [0x1d7d8, "mathematical double-struck"],
    [0x1d7e2, "mathematical sans-serif"],
    [0x1d7ec, "mathematical sans-serif bold"],
    [0x1d7f6, "mathematical monospace"],
];

const FACTS = {
    gtin13: (digits) => ({ prefix: digits.slice(0, 3) }),
    gtin8: (digits) => ({ prefix: digits.slice(0, 3) }),
    upca: (digits) => ({ number_system: digits[0] }),
    gtin14_itf14: gtin14,
    rcn_region: (digits) => ({
        rcn: "region",
        prefix: digits.slice(-13).padStart(13, "0").slice(0, 2),
        ...twelveOrThirteen(digits),
    }),
    rcn_company: (digits) => ({ rcn: "company", ...twelveOrThirteen(digits) }),
    rcn8: (digits) => ({
        rcn: "company",
        ...(digits[0] === "0" ? { ambiguous_upce: "0" } : {}),
    }),
    isbn_issn: book,
    coupon_refund: coupon,
};

export function facts(kind, digits) {
    return FACTS[kind]?.(digits) ?? {};
}

/** Digits of another script: which one, and the code if they were ASCII. */
export function foreignDigits(text) {
    const found = {};
    let plain = "";
    for (const sign of text) {
        const point = sign.codePointAt(0);
        const row = DIGIT_ZEROS.find(([zero]) => zero <= point && point <= zero + 9);
        found.digits ??= row?.[1];
        plain += row ? point - row[0] : sign;
    }
    if (!found.digits) {
        return {};
    }
    return /^[0-9]+$/.test(plain) ? { ...found, would_be: plain } : found;
}

/** The twelve digits behind the eight of a UPC-E. */
export function upceExpanded(digits) {
    const [system, body, check] = [digits[0], digits.slice(1, 7), digits[7]];
    const last = body[5];
    if ("012".includes(last)) {
        return `${system}${body.slice(0, 2)}${last}0000${body.slice(2, 5)}${check}`;
    }
    if (last === "3") {
        return `${system}${body.slice(0, 3)}00000${body.slice(3, 5)}${check}`;
    }
    if (last === "4") {
        return `${system}${body.slice(0, 4)}00000${body[4]}${check}`;
    }
    return `${system}${body.slice(0, 5)}0000${last}${check}`;
}

/** Eight digits that may be a UPC-E or an EAN-8: only the symbol tells. */
export function upce(digits, upca) {
    const told = isValid(digits) ? { ambiguous_as_ean8: "1" } : { ean8_check: "fails" };
    return { needs_symbology: "UPC-E", upca, ...told };
}

function gtin14(digits) {
    const indicator = digits[0];
    if (indicator === "0") {
        return { indicator, gtin13: digits.slice(1) };
    }
    if (indicator === "9") {
        return { indicator, variable_measure: "1" };
    }
    const inner = digits.slice(1, -1);
    return { indicator, inner_gtin13: inner + checkDigit(inner) };
}

/** A leading zero is lost by scanners and spreadsheets: both spellings are one. */
function twelveOrThirteen(digits) {
    if (digits.length === 12) {
        return {
            upca_number_system: digits[0],
            lost: "1 zero(s)",
            original: `0${digits}`,
        };
    }
    return digits.at(-13) === "0" ? { upca_twin: digits.slice(-12) } : {};
}

/** Books keep their thirteen digits: the hyphens need a table that is not here. */
function book(digits) {
    const gtin13 = digits.slice(-13);
    if (gtin13.startsWith("977")) {
        return { issn: issn(gtin13.slice(3, 10)), not_restricted: "1" };
    }
    const key = gtin13.startsWith("9790") ? "ismn" : "isbn";
    return { [key]: gtin13, not_restricted: "1" };
}

function issn(body) {
    const add = (sum, digit, i) => sum + Number(digit) * (8 - i);
    const sum = [...body].reduce(add, 0);
    const check = (11 - (sum % 11)) % 11;
    return `${body.slice(0, 4)}-${body.slice(4)}${check === 10 ? "X" : check}`;
}

/** Euro coupons say their issuer, reference and value; the others only what. */
function coupon(digits) {
    const gtin13 = digits.slice(-13).padStart(13, "0");
    if (!/^98[12]/.test(gtin13)) {
        return { not_a_product: "1" };
    }
    const decimals = gtin13[2] === "1" ? 1 : 2;
    const units = gtin13.slice(9, 12);
    const value = `${Number(units.slice(0, -decimals))}.${units.slice(-decimals)} EUR`;
    return {
        issuer: gtin13.slice(0, 7),
        ref: gtin13.slice(7, 9),
        value,
        not_a_product: "1",
    };
}
