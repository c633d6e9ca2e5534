/** What a label of the shop comes to at the till: pure arithmetic, no Odoo. */

const MAX_STEPS = 60;

/** A number as a person typed it: "0,350" or "0.350"; NaN where it is none. */
export function readNumber(text) {
    const plain = String(text ?? "")
        .trim()
        .replace(",", ".");
    return /^[0-9]+\.?[0-9]*$/.test(plain) ? Number(plain) : NaN;
}

/** Half a step goes up, as in every shop; 1.0005 is not 1.0004999 here. */
export function round(value, step) {
    return Number(
        (Math.round(Number((value / step).toPrecision(12))) * step).toFixed(9),
    );
}

/**
 * The quantity a price label stands for: at least one step, for a line of nothing
 * would charge nothing.
 */
export function quantityFor(price, unitPrice, step) {
    return Math.max(round(price / unitPrice, step), step);
}

/**
 * The unit price with which a line comes to exactly this total.
 *
 * Total divided by quantity does it wherever prices hold the tax. Where the tax is
 * added to them and rounded, the total moves in steps of a cent: go where it is hit.
 *
 * @param {(unitPrice: number) => number} totalOf the line's own total, tax included
 */
export function unitPriceFor(total, quantity, totalOf) {
    let low = 0;
    let high = (2 * total) / quantity;
    let unitPrice = total / quantity;
    for (let step = 0; step < MAX_STEPS; step++) {
        const found = totalOf(unitPrice);
        if (Math.abs(found - total) < 0.001) {
            break;
        }
        [low, high] = found > total ? [low, unitPrice] : [unitPrice, high];
        unitPrice = (low + high) / 2;
    }
    return unitPrice;
}

/** Whether a number typed or read may be sold: something, and not beyond the most. */
export function isSellable(value, most) {
    return value > 0 && value <= most;
}

/**
 * What becomes of a label: sold by its "price" or "weight", or refused as "damaged",
 * "unknown" or "piece" (a weight of goods that are sold by the piece).
 *
 * @param {{kind: string, verifierOk: boolean | null}} label
 * @param {{isKnown: boolean, isWeighed: boolean}} product
 */
export function verdict(label, product) {
    if (label.verifierOk === false) {
        return "damaged";
    }
    if (!product.isKnown) {
        return "unknown";
    }
    return label.kind === "weight" && !product.isWeighed ? "piece" : label.kind;
}

/** The codes of a line and one more, each once, in the order they came. */
export function withCode(codes, code) {
    const known = (codes || "").split(" ").filter(Boolean);
    return (known.includes(code) || !code ? known : [...known, code]).join(" ");
}
