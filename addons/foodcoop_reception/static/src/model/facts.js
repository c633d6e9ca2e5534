import { askAmong, askExpired } from "./questions.js";
import { add, changeOf, productOf } from "./tally.js";

/** What people told of products beside their counts: so much is damaged, has a date. */

/** Told of a product of which nothing was told. */
export const NOTHING = Object.freeze({
    refused: Object.freeze({}),
    free: 0,
    instead: Object.freeze([]),
    expiry: "",
    lots: Object.freeze([]),
    nothingOnIt: false,
    price: null,
    notes: Object.freeze([]),
    confirmed: Object.freeze([]),
});

const READERS = {
    refuse: (facts, { reason, quantity }) => {
        facts.refused[reason] = add(facts.refused[reason] ?? 0, quantity);
    },
    free: (facts, { quantity }) => {
        facts.free = add(facts.free, quantity);
    },
    replace: (facts, { other }) => facts.instead.push(other),
    date: (facts, { lot, expiry }) => {
        facts.nothingOnIt ||= !lot && !expiry;
    },
    price: (facts, { price }) => {
        facts.price = price;
    },
    note: (facts, { note, quantity, uuid }) =>
        note ? facts.notes.push(note) : facts.confirmed.push({ gap: quantity, uuid }),
    set: (facts, { reason, uuid }) => {
        if (reason === "missing") {
            facts.confirmed.push({ gap: "all", uuid });
        }
    },
};

/**
 * @param {object} stands `known` live events, and the `links` of their codes
 * @returns {Map<number, object>} product to what was told of it, as in `NOTHING`:
 *     `refused` by reason, the earliest `expiry`, `instead` of which products it came,
 *     `confirmed` differences from the order that a person said are so
 */
export function factsOf({ known, links }) {
    const told = new Map();
    for (const event of known.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
        const product = productOf(event, links);
        if (product && (READERS[event.kind] || event.lot || event.expiry)) {
            const facts = told.get(product) ?? structuredClone(NOTHING);
            READERS[event.kind]?.(facts, event);
            dateOf(facts, event);
            told.set(product, facts);
        }
    }
    return told;
}

/** A scan may tell a lot and a date, too. */
function dateOf(facts, { lot, expiry }) {
    if (lot && !facts.lots.includes(lot)) {
        facts.lots.push(lot);
    }
    if (expiry && (!facts.expiry || expiry < facts.expiry)) {
        facts.expiry = expiry;
    }
}

export function refusedOf(facts) {
    return Object.values(facts.refused).reduce(add, 0);
}

/** How many of what came the shop keeps. */
export function keptOf(session, product) {
    const facts = factsOf(session.stands).get(product) ?? NOTHING;
    return add(session.count(product) ?? 0, -refusedOf(facts));
}

/**
 * So many of the product in hand are not kept. Whatever is here has come, so a count that
 * is too small grows with it; where some were missing they may be among those counted, or
 * the very ones: the person is asked.
 */
export function refuse(session, quantity, reason, note = "") {
    const product = session.active;
    const count = session.count(product) ?? 0;
    const more = add(quantity, -keptOf(session, product));
    const events = [];
    if (more > 0) {
        events.push(session.event("set", product, more));
    }
    events.push(session.event("refuse", product, quantity, { reason, note }));
    session.take(product);
    if (more <= 0 && add(count, quantity) <= session.ordered(product)) {
        session.question = askAmong({ counted: count, refused: quantity });
    }
    return session.answer(events, session.question ? "ask" : "accept", "noted");
}

/** So many of what came are not to be paid. */
export function free(session, quantity) {
    const product = session.active;
    if (quantity > (session.count(product) ?? 0)) {
        return session.answer([], "refuse", "more_than_came");
    }
    return session.tell("free", product, quantity, {});
}

/** The product in hand came instead of another one. */
export function instead(session, other) {
    const product = session.active;
    const count = session.count(product) ?? 0;
    return session.tell("replace", product, count, { other });
}

/**
 * A date, a lot, or that neither is on it. What is past is noted and then asked about.
 * @param {string} today as 2026-11-21
 */
export function dated(session, product, { lot = "", expiry = "" }, today) {
    const answer = session.tell("date", product, 0, { lot, expiry });
    session.take(product);
    askIfPast(session, product, expiry, today);
    return { ...answer, tone: session.question ? "ask" : "accept" };
}

/** A past date asks, until a person accepts it; nothing waits for the answer. */
export function askIfPast(session, product, expiry, today) {
    const isPast = expiry && expiry < today;
    const kept = isPast ? pastOf(session, product, today) : 0;
    if (kept > 0 && !session.asked.has(`${product} ${expiry}`)) {
        session.question = askExpired({ expiry, kept });
    }
}

/** How many of what is kept are past their date: those whose label said so, or all. */
function pastOf(session, product, today) {
    const { links } = session.stands;
    const past = session
        .history()
        .filter((event) => event.expiry && event.expiry < today)
        .filter((event) => productOf(event, links) === product);
    const kept = keptOf(session, product);
    if (past.some(({ kind }) => kind === "date")) {
        return kept;
    }
    const facts = factsOf(session.stands).get(product);
    const scanned = past.reduce((sum, one) => add(sum, changeOf(one, links)[1]), 0);
    return Math.min(kept, add(scanned, -(facts.refused.expired ?? 0)));
}

export function remark(session, note) {
    return session.tell("note", session.active, 0, { note });
}
