import { add, unidentified } from "./tally.js";

/** What a person needs to see of a session, as plain data for the screens. */

function stateOf(ordered, counted) {
    if (counted === undefined) {
        return "open";
    }
    if (counted < ordered) {
        return "short";
    }
    return counted > ordered ? "over" : "right";
}

/** One row a product of the delivery, in the order of its lines. */
export function rows(session) {
    const counts = session.counts();
    const byProduct = new Map();
    for (const line of session.delivery.lines) {
        const row = byProduct.get(line.product);
        if (row) {
            row.ordered = add(row.ordered, line.ordered);
        } else {
            byProduct.set(line.product, { ...line });
        }
    }
    return [...byProduct.values()].map((row) => {
        const counted = counts.get(row.product);
        return { ...row, counted, state: stateOf(row.ordered, counted) };
    });
}

/** Products that came without being ordered, and codes that nobody knows. */
export function surprises(session) {
    const asked = new Set(session.delivery.lines.map((line) => line.product));
    const extra = [...session.counts()]
        .filter(([product, counted]) => !asked.has(product) && counted)
        .map(([product, counted]) => ({
            product,
            counted,
            name: session.delivery.products[product] ?? "",
        }));
    return { extra, unknown: unidentified(session.events.values()) };
}

/** The row shown large: the product in hand. */
export function activeRow(session) {
    if (!session.active) {
        return null;
    }
    return (
        rows(session).find((row) => row.product === session.active) ?? {
            product: session.active,
            name: session.delivery.products[session.active] ?? "",
            ordered: 0,
            counted: session.count(session.active),
            state: "over",
            unit: "",
        }
    );
}
