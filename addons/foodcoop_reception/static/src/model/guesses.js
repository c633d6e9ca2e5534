import { scanKey } from "./code.js";

/** What an unknown code may be, of what is still missing: reasons, best first. */
const WORTH = {
    case: 95, // the number of a case, made of the number of the piece
    piece: 90, // the other way round
    supplier_code: 100,
    near: 70,
    supplier_code_within: 60,
    same_maker: 20,
    no_code: 10,
    last_ones: 1,
};
const BEST = 3;
/** Company prefixes of GS1 have this many digits at least, the country's among them. */
const PREFIX = 7;
const SHORTEST_WITHIN = 4;

/**
 * @param {string} code as scanned
 * @param {{product: number, supplier_code: string}[]} missing rows that lack something
 * @param {Map<number, [string, number][]>} codes of each product: key and content
 * @returns {{row: object, reason: string, content: number | null}[]} three at most;
 *     `content` is how many it probably is, null when nothing tells
 */
export function guesses(code, missing, codes) {
    const key = scanKey(code);
    const found = missing.map((row) => best(key, row, codes.get(row.product) ?? []));
    const likely = found.filter(
        ({ reason }) => reason !== "last_ones" || missing.length <= BEST,
    );
    likely.sort((a, b) => b.worth - a.worth);
    return likely.slice(0, BEST);
}

function best(key, row, known) {
    const reasons = known.map(([one, content]) => likeness(key, one, content, row));
    reasons.push(bySupplier(key, (row.supplier_code ?? "").toUpperCase()));
    reasons.push({ reason: known.length ? "last_ones" : "no_code" });
    const valued = reasons
        .filter(Boolean)
        .map((one) => ({ row, content: null, worth: WORTH[one.reason], ...one }));
    return valued.reduce((a, b) => (b.worth > a.worth ? b : a));
}

function bySupplier(key, code) {
    if (!code) {
        return null;
    }
    const bare = (text) => text.replace(/[^0-9A-Z]/g, "").replace(/^0+/, "");
    const [ours, theirs] = [bare(key), bare(code)];
    if (ours === theirs) {
        return { reason: "supplier_code" };
    }
    const [short, long] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
    return short.length >= SHORTEST_WITHIN && long.includes(short)
        ? { reason: "supplier_code_within" }
        : null;
}

/** How a number resembles a known one. */
function likeness(key, known, content, row) {
    const [a, b] = [asDigits(key), asDigits(known)];
    return a && b && (sameGoods(a, b, row) ?? nearby(a, b, content));
}

/** A case's number holds the piece's, with one more digit in front. */
function sameGoods(a, b, row) {
    if (a[0] === b[0] || a.slice(1, 13) !== b.slice(1, 13)) {
        return null;
    }
    return a[0] === "0"
        ? { reason: "piece", content: 1 }
        : { reason: "case", content: row.pack_size || null };
}

function nearby(a, b, content) {
    if (differing(a.slice(0, 13), b.slice(0, 13)) <= 1) {
        return { reason: "near", content };
    }
    const shared = sharedStart(a.slice(1), b.slice(1));
    return shared >= PREFIX
        ? { reason: "same_maker", worth: WORTH.same_maker + shared }
        : null;
}

/** The 14 digits of a number; a misprint's, too, whose check digit is wrong. */
function asDigits(key) {
    return /^([0-9]{8}|[0-9]{12,14})$/.test(key) ? key.padStart(14, "0") : null;
}

function differing(a, b) {
    return [...a].filter((digit, i) => digit !== b[i]).length;
}

function sharedStart(a, b) {
    const end = [...a].findIndex((digit, i) => digit !== b[i]);
    return end < 0 ? a.length : end;
}

/** The codes of each product, from `delivery.codes`: once, when guessing begins. */
export function codesByProduct(delivery) {
    const byProduct = new Map();
    for (const [key, [product, content]] of Object.entries(delivery.codes)) {
        const known = byProduct.get(product) ?? [];
        known.push([key, content]);
        byProduct.set(product, known);
    }
    return byProduct;
}
