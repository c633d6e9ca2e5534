import { finding, scanKey } from "./code.js";
import { add, fold, learned, live } from "./tally.js";

/** More than five digits is a code that was typed, not a quantity. */
export const MAX_QUANTITY = 99999;

/**
 * Counting one delivery, without a screen, a network or a clock.
 *
 * Each action answers `{ events, tone, reason }`: the events to keep, the tone
 * to play (accept, ask, refuse) and why. Nothing is counted that is not an event.
 */
export class Session {
    /**
     * @param {object} delivery as the server tells it: lines, codes, products, events
     * @param {() => string} newId makes the UUID of an event
     * @param {() => string} now the time of an event, ISO 8601, never the same twice
     * @param {string} person who counts, as they said
     */
    constructor(delivery, newId, now, person = "") {
        Object.assign(this, { delivery, newId, now, person });
        this.events = new Map(delivery.events.map((event) => [event.uuid, event]));
        this.active = null;
        const last = this.history()[0];
        if (last?.product) {
            this.active = last.product;
        }
    }

    /** Events that could not be kept never happened. */
    forget(events) {
        for (const event of events) {
            this.events.delete(event.uuid);
        }
    }

    /** Events that another terminal has made. */
    learn(events) {
        for (const event of events) {
            this.events.set(event.uuid, event);
        }
    }

    /** What still counts, newest first. */
    history() {
        return live(this.events.values()).sort((a, b) => (a.at < b.at ? 1 : -1));
    }

    ordered(product) {
        return this.delivery.lines
            .filter((line) => line.product === product)
            .reduce((sum, line) => add(sum, line.ordered), 0);
    }

    counts() {
        return fold(this.events.values());
    }

    count(product) {
        return this.counts().get(product);
    }

    /** What a code stands for: as somebody said during this count, or as known before. */
    find(raw) {
        const [product, quantity] = learned(this.events.values())[scanKey(raw)] ?? [];
        return product ? { product, quantity } : finding.find(this.delivery, raw);
    }

    /** A code came in: from the scanner or the camera. */
    scan(raw) {
        const found = this.find(raw);
        if (!found) {
            this.active = null;
            const unknown = this.event("unknown", null, 1, { code: raw });
            return this.answer([unknown], "ask", "unknown_code");
        }
        if (found.asks) {
            return this.choose(found.product);
        }
        const { product } = found;
        const events = [this.counted(found, raw)];
        this.active = product;
        const tone = this.ordered(product) ? "accept" : "ask";
        const reason = this.ordered(product) ? "counted" : "not_ordered";
        return this.answer(events, tone, reason);
    }

    counted({ product, quantity, measured }, raw) {
        return measured || this.active === product
            ? this.again(product, quantity, raw, measured)
            : this.first(product, quantity, raw);
    }

    /** The first scan of a line proposes what is still missing of the order. */
    first(product, quantity, raw) {
        const missing = add(this.ordered(product), -(this.count(product) ?? 0));
        return missing > 0
            ? this.event("propose", product, missing, { code: raw })
            : this.event("count", product, quantity, { code: raw });
    }

    /** The same product again: the person counts, so the proposal gives way. */
    again(product, quantity, raw, measured) {
        const last = this.history().find((event) => event.product === product);
        if (last?.kind !== "propose") {
            return this.event("count", product, quantity, { code: raw });
        }
        const first = this.find(last.code ?? "");
        const scanned = measured ? quantity : (first?.quantity ?? 0) + quantity;
        return this.event("count", product, add(scanned, -last.quantity), {
            code: raw,
        });
    }

    /** A line was touched: for goods without a code, and to come back to one. */
    choose(product) {
        this.active = product;
        if (this.count(product) !== undefined || !this.ordered(product)) {
            return this.answer([], "accept", "chosen");
        }
        const proposal = this.event("propose", product, this.ordered(product));
        return this.answer([proposal], "accept", "counted");
    }

    /** The person says how many there are of the product in hand. */
    set(quantity) {
        const product = this.active;
        if (!product) {
            return this.answer([], "refuse", "nothing_chosen");
        }
        if (!(quantity >= 0 && quantity <= MAX_QUANTITY)) {
            return this.answer([], "refuse", "impossible_quantity");
        }
        const change = add(quantity, -(this.count(product) ?? 0));
        return this.answer(
            [this.event("set", product, change)],
            "accept",
            "set",
            product,
        );
    }

    step(by) {
        return this.set(Math.max(0, add(this.count(this.active) ?? 0, by)));
    }

    /** Takes back the newest event that still counts. */
    undo() {
        const last = this.history()[0];
        if (!last) {
            return this.answer([], "refuse", "nothing_to_undo");
        }
        const undo = this.event("undo", last.product, -last.quantity, {
            reverses: last.uuid,
        });
        const before = this.history()[0];
        this.active = before?.product ?? null;
        return this.answer([undo], "accept", "undone");
    }

    /**
     * Something told about a product or about the delivery: refused, free, a date.
     * @param {object} told the fields of lib/events.py that this kind has
     */
    tell(kind, product, quantity, told, reason = "noted") {
        return this.answer(
            [this.event(kind, product, quantity, told)],
            "accept",
            reason,
        );
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
        return event;
    }

    answer(events, tone, reason) {
        return { events, tone, reason };
    }
}
