import { checkDigit, gtin14Key, isValid } from "./check_digit.js";
import { unframe } from "./clean.js";

/**
 * What a scan means in this shop, for terminals without a network: the twin of
 * lib/lookup.py and lib/resolve.py. Quantities are numbers to the thousandth.
 */

const POUND = 0.45359237;
const HEAVY = 25;
const OF_STATE = {
    retired: "retired",
    reserved: "reserved",
    skipped: "passed_over",
    foreign: "foreign",
};

/** The key of a code as the server holds it. */
export function storedKey(barcode) {
    return isValid(barcode) ? gtin14Key(barcode) : barcode;
}

/** Under which keys a scan may be known: as scanned, without measure, in the case. */
export function wanted(said) {
    const own = [said.digits && gtin14Key(said.digits)];
    if (!said.label) {
        own.push(said.gtin14);
    }
    if (said.valid !== "repair") {
        own.push(storedKey(unframe(said.input).text));
    }
    const base = said.label ? said.gtin14 : "";
    const isCase = /^[1-8][0-9]{13}$/.test(said.code);
    const body = said.code.slice(1, 13);
    return {
        own: [...new Set(own)].filter((key) => key && key !== base),
        base,
        inner: isCase ? gtin14Key(body + checkDigit(body)) : "",
    };
}

/**
 * @param {object} said by explain()
 * @param {(key: string) => Array<object>} bearers who bears a key: barcode, productId,
 *     uomId, ownUomId, name, factor, active, perKg (null by the piece), unitPrice
 * @param {object} [known] what the ledger says: state, name, rangeName
 */
export function decide(said, bearers, known = null) {
    const keys = wanted(said);
    const of = (wantedKeys) => wantedKeys.flatMap((key) => (key && bearers(key)) || []);
    const [own, labelled] = [of(keys.own), of([keys.base])];
    const living = [...own, ...labelled].filter(isActive);
    const ids = [...new Set(living.map((one) => one.productId))];
    if (ids.length > 1) {
        return result(said, "several_products", { productIds: ids });
    }
    if (living.length) {
        return found(said, living[0], !own.some(isActive));
    }
    const [archived] = [...own, ...labelled];
    const [inner] = of([keys.inner]);
    if (archived || inner) {
        return about(said, archived ? "archived" : "case_of", archived ?? inner);
    }
    return unknown(said, known);
}

function isActive(bearer) {
    return bearer.active !== false;
}

function found(said, bearer, labelled) {
    const one = about(said, said.valid === "repair" ? "confirm" : "found", bearer, {
        uomId: bearer.uomId,
        quantity: 1,
        factor: bearer.factor ?? 1,
    });
    if (one.reason === "confirm") {
        return one;
    }
    if (said.class === "gs1_128") {
        return withIdentifiers(one, bearer);
    }
    return labelled && said.label ? withLabel(one, bearer) : one;
}

/** Price, weight or count as the label says. */
function withLabel(one, bearer) {
    const value = Number(one.explanation.label.value);
    const own = { ...one, uomId: bearer.ownUomId, factor: 1 };
    if (!value) {
        return (bearer.perKg ?? null) === null
            ? own
            : { ...own, reason: "ask_measure", quantity: 0 };
    }
    const measured = { count_embedded: counting, weight_embedded: weighing };
    return (measured[one.explanation.holds] ?? costing)(own, bearer, value);
}

function counting(one, bearer, quantity) {
    return { ...one, quantity };
}

/** So many kilograms; of goods by the piece it is still one piece. */
function weighing(one, bearer, kg) {
    if ((bearer.perKg ?? null) === null) {
        return { ...one, weight: kg };
    }
    const reason = implausible(kg) ? "implausible" : one.reason;
    const quantity = thousandth(kg * bearer.perKg);
    return { ...one, weight: kg, quantity, uomId: bearer.ownUomId, factor: 1, reason };
}

/** The customer pays what the label says; the quantity follows from the price. */
function costing(one, bearer, price) {
    if ((bearer.perKg ?? null) === null) {
        return { ...one, price };
    }
    if (!(bearer.unitPrice > 0)) {
        return { ...one, price, reason: "no_unit_price", quantity: 0 };
    }
    const kg = thousandth(price / bearer.unitPrice / bearer.perKg);
    return weighing({ ...one, price }, bearer, kg);
}

/** A weight that a person should look at before it is believed. */
export function implausible(kg) {
    return !(kg > 0 && kg <= HEAVY);
}

/** Lot, dates, weight, count and price that travel with a GS1-128. */
function withIdentifiers(one, bearer) {
    const full = { ...one, ...identifiers(one.explanation) };
    return withAmount(full, bearer, one.explanation.decoded);
}

/** @returns {{lot: string, bestBefore: string | null, expiry: string | null}} */
export function identifiers({ decoded }) {
    const { 10: lot = "", 15: best, 16: sell, 17: expiry = null } = decoded;
    return { lot, bestBefore: best ?? sell ?? null, expiry };
}

function withAmount(one, bearer, told) {
    const count = told["37"] || told["30"] || "";
    const counted = /^[0-9]+$/.test(count) ? { ...one, quantity: Number(count) } : one;
    const key = Object.keys(told).find((name) => /^(310|320|392)[0-9]$/.test(name));
    if (!key) {
        return counted;
    }
    const value = parseFloat(told[key]);
    if (key.startsWith("392")) {
        return costing(counted, bearer, value);
    }
    const kg = thousandth(key.startsWith("320") ? value * POUND : value);
    return weighing(counted, bearer, kg);
}

function unknown(said, known) {
    if (known) {
        const reason = OF_STATE[known.state] ?? "ours_but_nobodys";
        return result(said, reason, { name: known.name, rangeName: known.rangeName });
    }
    if (said.valid !== "1" || said.reason === "not_a_product") {
        return result(said, said.reason);
    }
    const nameless = said.class === "gs1_128" && !said.code;
    return result(said, nameless ? "names_no_item" : "unknown");
}

function about(said, reason, bearer, rest = {}) {
    const { productId, name = "" } = bearer;
    return result(said, reason, { productId, productIds: [productId], name, ...rest });
}

function result(explanation, reason, rest = {}) {
    const none = {
        productId: null,
        productIds: [],
        uomId: null,
        quantity: 0,
        factor: 1,
    };
    const plain = {
        price: null,
        weight: null,
        lot: "",
        bestBefore: null,
        expiry: null,
    };
    const words = { name: "", rangeName: "" };
    return { explanation, reason, ...none, ...plain, ...words, ...rest };
}

function thousandth(figure) {
    return Math.round(figure * 1000) / 1000;
}
