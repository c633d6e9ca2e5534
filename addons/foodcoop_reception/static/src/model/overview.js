import { factsOf, NOTHING } from "./facts.js";
import { inPacks } from "./packs.js";
import { add, changeOf, unidentifiedOf } from "./tally.js";

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

/**
 * One row a product of the delivery, in the order of its lines. A row that says the same
 * as `before` is the same object, so that a screen draws anew what changed only.
 */
export function rows(session, before = []) {
    const counts = session.counts();
    const told = factsOf(session.stands);
    const old = new Map(before.map((row) => [row.product, row]));
    return [...session.expected.values()].map((row) => {
        const counted = counts.get(row.product);
        const facts = told.get(row.product) ?? NOTHING;
        const now = { ...row, counted, facts, state: stateOf(row.ordered, counted) };
        const then = old.get(row.product);
        return then && isSame(then, now) ? then : now;
    });
}

function isSame(one, other) {
    const names = Object.keys(other);
    return (
        names.length === Object.keys(one).length &&
        names.every((name) => one[name] === other[name])
    );
}

/** Products that came without being ordered, and codes that nobody knows. */
export function surprises(session) {
    const { known, links } = session.stands;
    const extra = [...session.counts()]
        .filter(([product, counted]) => !session.expected.has(product) && counted)
        .map(([product, counted]) => ({
            product,
            counted,
            name: session.delivery.products[product] ?? "",
        }));
    return { extra, unknown: unidentifiedOf(known, links) };
}

/** The row shown large: the product in hand. */
export function activeRow(session) {
    const product = session.active;
    if (!product) {
        return null;
    }
    const counted = session.count(product);
    const row = session.expected.get(product) ?? {
        product,
        name: session.name(product),
        ordered: 0,
        unit: "",
    };
    const changes = session.changes(product);
    const facts = factsOf(session.stands).get(product) ?? NOTHING;
    return {
        ...row,
        counted,
        facts,
        state: row.ordered ? stateOf(row.ordered, counted) : "over",
        mode: changes[0]?.kind ?? "",
        inPacks: inPacks(counted ?? 0, session.packs(product)),
        others: othersOf(session, changes),
    };
}

/** What each other person counted of a product. */
function othersOf(session, changes) {
    const byPerson = new Map();
    for (const event of changes) {
        if (event.person && event.person !== session.person) {
            const [, quantity] = changeOf(event, session.stands.links);
            const before = byPerson.get(event.person) ?? 0;
            byPerson.set(event.person, add(before, quantity));
        }
    }
    return [...byPerson].map(([person, quantity]) => ({ person, quantity }));
}

const LATELY = 15 * 60_000;

/** Who else has counted in the last minutes. */
export function peopleNow(session, now) {
    const since = new Date(Date.parse(now) - LATELY).toISOString();
    const names = session.history().map(({ at, person }) => at > since && person);
    return [...new Set(names)].filter((name) => name && name !== session.person);
}

/** The list as it is worked through: what is open first, and of that the cold goods. */
export function inWorkingOrder(all) {
    const rank = (row) => (row.state === "open" ? (row.cold ? 0 : 1) : 2);
    return all.toSorted((a, b) => rank(a) - rank(b));
}
