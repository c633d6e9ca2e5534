/** Scan events folded into counts: the twin of lib/tally.py, in whole thousandths. */

import { scanKey } from "./code.js";

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

/** These change how much was delivered; the others tell something about it. */
export const COUNTING = ["propose", "count", "set"];

/** @returns {Map<number, number>} product to count; a product nobody counted is absent */
export function fold(events) {
    const known = live(events);
    return countsOf(known, linksOf(known));
}

/** The same from events that are known to be live, and what codes stand for. */
export function countsOf(known, links) {
    const counts = new Map();
    const proposed = new Map();
    for (const event of known) {
        const [product, change] = changeOf(event, links);
        const before = proposed.get(product) ?? 0;
        const isClaim = event.kind === "propose";
        const quantity = isClaim ? Math.max(0, add(change, -before)) : change;
        if (isClaim) {
            proposed.set(product, add(before, quantity));
        }
        if (product) {
            counts.set(product, add(counts.get(product) ?? 0, quantity));
        }
    }
    return counts;
}

/** Whose product an event is about; null where nobody knows, or where it is about none. */
export function productOf(event, links) {
    return event.kind === "unknown"
        ? (links[scanKey(event.code)]?.[0] ?? null)
        : event.product;
}

/** By how much an event changes which product: `[null, 0]` for a fact. */
export function changeOf(event, links) {
    if (event.kind === "unknown") {
        return links[scanKey(event.code)] ?? [null, 0];
    }
    return COUNTING.includes(event.kind) ? [event.product, event.quantity] : [null, 0];
}

/** What codes stand for by what people said here, as `delivery.codes` tells it. */
export function learned(events) {
    return linksOf(live(events));
}

export function linksOf(known) {
    const links = known.filter((event) => event.kind === "link");
    links.sort((a, b) => (a.at < b.at ? -1 : 1));
    return Object.fromEntries(
        links.map((link) => [scanKey(link.code), [link.product, link.quantity]]),
    );
}

/** The codes that still nobody knows, each as often as it was scanned. */
export function unidentified(events) {
    const known = live(events);
    return unidentifiedOf(known, linksOf(known));
}

export function unidentifiedOf(known, links) {
    return known
        .filter((event) => event.kind === "unknown" && !(scanKey(event.code) in links))
        .map((event) => event.code);
}
