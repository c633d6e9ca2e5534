import { NOTHING, refusedOf } from "./facts.js";
import { inPacks, mixedUp } from "./packs.js";
import { add } from "./tally.js";

/** What is asked before a delivery is closed: one question a line, of what differs. */

/** Goods that are weighed never weigh just what was ordered. */
const TOLERANCE = 0.1;

/**
 * @returns {{kind: string, row: object, gap: number, tone: string, by: string | null}[]}
 *     `kind`: open, short, over, packs (pieces taken for packs?) or date; `tone`: ask, or
 *     wrong where the difference is large; `by`: the event that answered it
 */
export function checks(session, rows) {
    const all = rows.flatMap((row) => [difference(row, session), missingDate(row)]);
    const rank = { packs: 0, open: 1, short: 2, over: 3, date: 4 };
    return all.filter(Boolean).sort((a, b) => rank[a.kind] - rank[b.kind]);
}

function difference(row, session) {
    if (row.counted === undefined) {
        return { kind: "open", row, gap: -row.ordered, tone: "ask", by: null };
    }
    const more = add(row.counted, -row.ordered);
    const free = Math.max(0, Math.min(more, row.facts.free)); // told already
    const gap = add(more, -free);
    if (!gap || isNear(row, gap)) {
        return null;
    }
    const by = answeredBy(row, gap);
    const packs = session.packs(row.product);
    const mixed = mixedUp(row.ordered, row.counted, packs);
    const tone = isLarge(row, gap) ? "wrong" : "ask";
    if (mixed && !by) {
        const known = [[mixed.pack, mixed.size]];
        const [inOrder, inCount] = [row.ordered, row.counted].map((quantity) => ({
            quantity,
            inPacks: inPacks(quantity, known),
        }));
        return { kind: "packs", row, gap, tone, by, inOrder, inCount };
    }
    return { kind: gap < 0 ? "short" : "over", row, gap, tone, by };
}

/** The difference as it is now was said to be right. */
function answeredBy({ counted, facts }, gap) {
    const said = facts.confirmed.find(
        (one) => one.gap === gap || (one.gap === "all" && !counted),
    );
    return said?.uuid ?? null;
}

/** A weight within the tolerance is amber and asks nothing. */
export function isNear({ weighed, ordered }, gap) {
    return Boolean(weighed) && Math.abs(gap) <= TOLERANCE * ordered + 1e-9;
}

/** More than a tenth, and more than one pack. */
function isLarge({ weighed, ordered, pack_size: size = 0 }, gap) {
    const allowed = Math.max(TOLERANCE * ordered, weighed ? 0 : size || 1);
    return gap > allowed || Boolean(weighed && Math.abs(gap) > allowed);
}

/** Odoo keeps lots or dates of this product, and nobody told one. */
function missingDate(row) {
    const { facts, counted = 0 } = row;
    const isKept = counted - refusedOf(facts) > 0;
    const isTold = facts.expiry || facts.lots.length || facts.nothingOnIt;
    const isAsked = (row.dated || row.tracking) && isKept && !isTold;
    return isAsked ? { kind: "date", row, gap: 0, tone: "ask", by: null } : null;
}

/** The person says that the difference is so. */
export function confirm(session, { kind, row, gap }) {
    return session.answer(
        [confirmation(session, { kind, row, gap })],
        "accept",
        "noted",
    );
}

function confirmation(session, { kind, row, gap }) {
    if (kind === "open") {
        return session.event("set", row.product, 0, { reason: "missing" });
    }
    const why = gap < 0 ? { reason: "missing" } : {};
    return session.event("note", row.product, gap, why);
}

/**
 * Questions that one touch may answer: what nobody counted did not come; else what was
 * counted is so. Never both: "all are so" says nothing of what nobody counted.
 */
export function alike(asked) {
    const of = (...kinds) => asked.filter(({ kind }) => kinds.includes(kind));
    const groups = [of("open"), of("short", "over")];
    return groups.find((group) => group.length > 1) ?? [];
}

/** All of these are so. */
export function confirmAll(session, asked) {
    const events = asked.map((one) => confirmation(session, one));
    return session.answer(events, "accept", "noted");
}

/** What is missing came, and is damaged. */
export function missingIsDamaged(session, { row, gap }) {
    const events = [
        session.event("set", row.product, -gap),
        session.event("refuse", row.product, -gap, { reason: "damaged" }),
    ];
    return session.answer(events, "accept", "noted");
}

/** It was counted in the wrong unit: just what was ordered came. */
export function asOrdered(session, { row, gap }) {
    return session.answer([session.event("set", row.product, -gap)], "accept", "noted");
}

/** What did not come or not in full, for the screen after the close. */
export function missing(rows) {
    return rows
        .map((row) => ({ ...row, gap: add(row.ordered, -(row.counted ?? 0)) }))
        .filter((row) => row.gap > 0 && !isNear(row, row.gap));
}

/** What was told and needs no answer: the person sees that it is known. */
export function told(rows) {
    return rows.filter(({ facts = NOTHING }) => refusedOf(facts) || facts.free);
}
