import { explain } from "../../../../foodcoop_scan/static/src/model/explain.js";
import { measuresOf } from "../../../../foodcoop_scan/static/src/model/measure.js";
import {
    decide,
    identifiers,
} from "../../../../foodcoop_scan/static/src/model/resolve.js";

/** A scan in a delivery, labels with a weight or a price and GS1-128 included. */

const ASKS = ["ask_measure", "no_unit_price"];
const COUNTS = ["found", "implausible"];

/** @returns as `finding.find` of reception says */
export function find(delivery, raw) {
    const said = explain(raw, measuresOf(delivery.labels.rules));
    const found = decide(said, (key) => bearing(delivery, key));
    const product = found.productId;
    if (ASKS.includes(found.reason)) {
        return { product, quantity: 0, asks: true, ...printed(found) };
    }
    if (!COUNTS.includes(found.reason)) {
        return undefined;
    }
    const isWeighed = String(product) in delivery.labels.weighed;
    return {
        product,
        quantity: found.quantity * found.factor,
        measured: isWeighed && found.weight !== null,
        ...printed(found),
    };
}

/**
 * @returns as `finding.read` says: of a GS1-128 its item's number is what is unknown, in
 *     the digits that stand on a single piece
 */
export function read(delivery, raw) {
    const said = explain(raw, measuresOf(delivery.labels.rules));
    return said.class === "gs1_128" && said.code
        ? { code: said.code.replace(/^0/, ""), ...printed(identifiers(said)) }
        : { code: raw };
}

/** Lot and date of a GS1-128; of two dates the earlier. */
function printed({ lot, bestBefore, expiry }) {
    const [first = ""] = [bestBefore, expiry].filter(Boolean).sort();
    return { lot, expiry: first };
}

function bearing(delivery, key) {
    const [productId, factor] = delivery.codes[key.toUpperCase()] ?? [];
    const [perKg = null, unitPrice = 0] = delivery.labels.weighed[productId] ?? [];
    return productId ? [{ productId, factor, perKg, unitPrice }] : [];
}
