import { finding, scanKey } from "./code.js";
import { add, changeOf, COUNTING, countsOf, linksOf, live } from "./tally.js";

/** The lines of an order, one row a product, in the order of its lines. */
function expectedOf(delivery) {
    const byProduct = new Map();
    for (const line of delivery.lines) {
        const row = byProduct.get(line.product);
        if (row) {
            row.ordered = add(row.ordered, line.ordered);
            row.packs = add(row.packs ?? 0, line.packs ?? 0);
        } else {
            byProduct.set(line.product, { ...line });
        }
    }
    return byProduct;
}

/**
 * The same with one event more, without walking through all of them: most events only
 * count, and are the newest.
 */
function extended(standing, event) {
    const { known, history, counts } = standing;
    const isNewest = !history.length || history[0].at < event.at;
    if (!isNewest || !COUNTING.includes(event.kind)) {
        return null;
    }
    known.push(event);
    history.unshift(event);
    counts.set(event.product, add(counts.get(event.product) ?? 0, event.quantity));
    return standing;
}

/**
 * The events of one delivery, and what follows from them.
 *
 * Everything that follows is worked out once after each change of the events and asked
 * for as often as wanted: a screen of 300 rows costs one walk through them.
 */
export class Book {
    /**
     * @param {object} delivery as the server tells it: lines, codes, products, events
     * @param {() => string} newId makes the UUID of an event
     * @param {() => string} now the time of an event, ISO 8601, never the same twice
     * @param {string} person who counts, as they said
     */
    constructor(delivery, newId, now, person = "") {
        Object.assign(this, { newId, now, person });
        this.events = new Map(delivery.events.map((event) => [event.uuid, event]));
        this.news = new Map();
        this.question = null;
        this.describe(delivery);
    }

    /** What is expected, at first or after another order has joined. */
    describe(delivery) {
        this.delivery = delivery;
        this.expected = expectedOf(delivery);
        this.standing = null;
    }

    /** `{ known, links, counts, history }`: live events, and what they say. */
    get stands() {
        this.standing ??= this.stand();
        return this.standing;
    }

    stand() {
        const known = live(this.events.values());
        const links = linksOf(known);
        const history = known.toSorted((a, b) => (a.at < b.at ? 1 : -1));
        return { known, links, history, counts: countsOf(known, links) };
    }

    /** Events that could not be kept never happened. */
    forget(events) {
        for (const event of events) {
            this.events.delete(event.uuid);
        }
        this.question = null;
        this.standing = null;
    }

    /** Events that another terminal has made. */
    learn(events) {
        const before = new Map(this.counts());
        const fresh = events.filter((event) => !this.events.has(event.uuid));
        events.forEach((event) => this.events.set(event.uuid, event));
        this.standing = null;
        for (const product of new Set(fresh.map((event) => event.product))) {
            const now = this.count(product) ?? 0;
            this.note(product, add(now, -(before.get(product) ?? 0)), fresh);
        }
    }

    /** Somebody else changed a count: whoever sets it next has to know. */
    note(product, change, fresh) {
        const told = this.news.get(product) ?? { quantity: 0, people: [] };
        const others = fresh.filter((event) => change && event.product === product);
        const people = [...told.people, ...others.map((event) => event.person)];
        this.news.set(product, {
            quantity: add(told.quantity, change),
            people: [...new Set(people.filter(Boolean))],
        });
    }

    /** What still counts, newest first. */
    history() {
        return this.stands.history;
    }

    ordered(product) {
        return this.expected.get(product)?.ordered ?? 0;
    }

    counts() {
        return this.stands.counts;
    }

    count(product) {
        return this.counts().get(product);
    }

    /** The live events that changed how much came of a product, newest first. */
    changes(product) {
        const { history, links } = this.stands;
        return history.filter((event) => changeOf(event, links)[0] === product);
    }

    /** The packs in which a product comes: `[name, content]`, the ordered one first. */
    packs(product) {
        const row = this.expected.get(product);
        const ordered = row?.pack_size ? [[row.pack, row.pack_size]] : [];
        const others = this.delivery.packs?.[product] ?? [];
        return [...ordered, ...others.filter(([, size]) => size !== row?.pack_size)];
    }

    name(product) {
        return (
            this.expected.get(product)?.name ?? this.delivery.products[product] ?? ""
        );
    }

    /** What a code stands for: as somebody said during this count, or as known before. */
    find(raw) {
        const label = this.read(raw);
        const [product, quantity] = this.stands.links[scanKey(label.code)] ?? [];
        return product
            ? { ...label, product, quantity }
            : finding.find(this.delivery, raw);
    }

    read(raw) {
        return finding.read(this.delivery, raw);
    }

    /** Taken back, by one event more. */
    reverse({ uuid, product, quantity }) {
        return this.event("undo", product, -quantity, { reverses: uuid });
    }

    event(kind, product, quantity, told = {}) {
        const event = {
            uuid: this.newId(),
            kind,
            product,
            quantity,
            code: "",
            reverses: null,
            person: this.person,
            at: this.now(),
            ...told,
        };
        this.events.set(event.uuid, event);
        this.standing = this.standing && extended(this.standing, event);
        return event;
    }
}
