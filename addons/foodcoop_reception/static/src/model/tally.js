/** Scan events folded into counts: the twin of lib/tally.py, in whole thousandths. */

const THOUSAND = 1000;

/** Adds quantities without the dust of binary fractions. */
export function add(a, b) {
    return (Math.round(a * THOUSAND) + Math.round(b * THOUSAND)) / THOUSAND;
}

/** The events that still count: each once, none that was undone, no undo itself. */
export function live(events) {
    const known = new Map([...events].map((event) => [event.uuid, event]));
    const undone = new Set([...known.values()].map((event) => event.reverses));
    return [...known.values()].filter(
        (event) => !event.reverses && !undone.has(event.uuid),
    );
}

/** @returns {Map<number, number>} product to count; a product nobody counted is absent */
export function fold(events) {
    const counts = new Map();
    for (const event of live(events)) {
        if (event.product) {
            counts.set(
                event.product,
                add(counts.get(event.product) ?? 0, event.quantity),
            );
        }
    }
    return counts;
}
