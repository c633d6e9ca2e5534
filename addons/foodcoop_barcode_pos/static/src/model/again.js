import {
    isDigits,
    spellings,
} from "../../../../foodcoop_scan/static/src/model/check_digit.js";
import { explain } from "../../../../foodcoop_scan/static/src/model/explain.js";
import {
    decide,
    storedKey,
    wanted,
} from "../../../../foodcoop_scan/static/src/model/resolve.js";

/** A scan that Odoo found nothing for, looked at again: pure, no Odoo. */

const SELLS = ["found", "ask_measure", "implausible", "no_unit_price"];

/** What a scan is; one that came twice in one burst was one. */
export function readOnce(raw, measures) {
    const said = explain(raw, measures);
    return said.reason === "double_scan"
        ? explain(said.decoded.original, measures)
        : said;
}

/** The digits of a price or weight label, where nothing about them is a guess. */
export function labelIn(said) {
    return said.label && said.valid !== "repair" ? said.digits : "";
}

/** Every way in which the shop may have written what was scanned. */
export function codesToAsk(said) {
    const { own, base } = wanted(said);
    const keys = [...own, base].filter(isDigits);
    return [...new Set(keys.flatMap((key) => spellings(key)))];
}

/**
 * @param {object} said by explain()
 * @param {Array<object>} bearers all codes on the till, as decide() wants bearers
 * @returns as decide(), and `barcode`: how the product that may be sold has it
 */
export function findAgain(said, bearers) {
    const bearing = keyed(bearers);
    const found = decide(said, bearing);
    const { own, base } = wanted(said);
    const bearer = [...own, base]
        .flatMap(bearing)
        .find(({ productId }) => productId === found.productId);
    return { ...found, barcode: bearer?.barcode ?? "" };
}

function keyed(bearers) {
    const byKey = new Map();
    for (const bearer of bearers) {
        const key = storedKey(bearer.barcode);
        byKey.set(key, [...(byKey.get(key) ?? []), bearer]);
    }
    return (key) => byKey.get(key) ?? [];
}

/** What to do: "sell" it, "ask" whether it is meant, or "refuse" it. */
export function wayOf({ reason, barcode }) {
    if (barcode && SELLS.includes(reason)) {
        return "sell";
    }
    return barcode && reason === "confirm" ? "ask" : "refuse";
}

/**
 * What the shop knows beyond the till, put into what the till found.
 *
 * @param {object} answer of product.product's resolve_scan
 * @returns as decide(); "not_here" is a product that this till does not sell
 */
export function told(found, { reason, name, range_name: rangeName }) {
    const isElsewhere = SELLS.includes(reason) || reason === "confirm";
    return { ...found, reason: isElsewhere ? "not_here" : reason, name, rangeName };
}

/** The weight or price in a GS1-128, as a label's; null where it has none. */
export function measureIn({ explanation, price, weight, barcode }) {
    const [kind, value] = price === null ? ["weight", weight] : ["price", price];
    return explanation.holds === "gs1_128" && value
        ? { kind, value, base: barcode }
        : null;
}
