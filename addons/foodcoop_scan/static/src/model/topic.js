import { separatorsRemoved, unframe } from "./clean.js";

/**
 * Which sentence says it best, and with which words: the twin of lib/topic.py. The
 * sentences themselves stand in sentences.py; a terminal gets them in its language.
 */

const ADDRESS = /^(https?:\/\/|www\.)/i;
const REFUND = "980";
const LONGEST = 60;
const UNKNOWN = {
    isbn_issn: "unknown_book",
    rcn_region: "unknown_restricted",
    rcn_company: "unknown_restricted",
    rcn8: "unknown_restricted",
};

/** The key of the sentence for what decide() found. */
export function topic({ explanation: said, reason }) {
    if (reason === "unknown") {
        return UNKNOWN[said.holds] ?? reason;
    }
    if (reason === "not_a_product") {
        return voucher(said);
    }
    const isAddress = ADDRESS.test(unframe(said.input).text);
    return reason === "not_digits" && isAddress ? "web_address" : reason;
}

function voucher(said) {
    if (said.code.slice(-13).startsWith(REFUND)) {
        return "refund_receipt";
    }
    return said.decoded.value ? "coupon_worth" : said.reason;
}

/** The code as a person finds it on the label: without the zeros of its key. */
export function printed(said) {
    if (said.valid === "repair") {
        return said.decoded.original;
    }
    const text = separatorsRemoved(unframe(said.input).text);
    const bare = (digits) => digits.replace(/^0+/, "");
    const isSame = said.digits && bare(said.digits) === bare(text);
    return isSame || !said.digits ? text : said.digits;
}

/**
 * @param {object} found by decide()
 * @param {{[topic: string]: string}} templates the sentences, with %(names)s
 * @param {string} point what stands before decimals
 */
export function sentence(found, templates, point = ".") {
    const { explanation: said, name, rangeName, weight } = found;
    const figure = (text) => String(text ?? "").replace(".", point);
    const [worth = 0, currency = ""] = (said.decoded.value ?? "").split(" ");
    const words = {
        product: name || templates.nameless,
        range: rangeName,
        weight: figure(weight),
        code: printed(said).slice(0, LONGEST),
        input: said.input.trim().slice(0, LONGEST),
        expected: said.expected,
        length: said.decoded.length ?? "",
        value: `${figure(Number(worth).toFixed(2))} ${currency}`,
    };
    const template = templates[topic(found)] ?? templates.unknown;
    return template.replace(/%\((\w+)\)s/g, (_, word) => words[word] ?? "");
}
