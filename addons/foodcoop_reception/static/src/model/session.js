import { labelOf, scanKey } from "./code.js";
import { Count, MAX_QUANTITY } from "./count.js";
import { dayOf } from "./dates.js";
import { askIfPast } from "./facts.js";
import { add } from "./tally.js";

export { MAX_QUANTITY };

/**
 * Counting one delivery, without a screen, a network or a clock.
 *
 * Each action answers `{ events, tone, reason, told }`: the events to keep, the tone to
 * play (accept, ask, aside, refuse), why, and what the sentence needs. Nothing is counted
 * that is not an event. An action may leave a `question` for the screen: what it noted
 * stands, whatever is answered, and the next scan takes the question away.
 */
export class Session extends Count {
    /** Somebody says what a code stands for: so many of a product. */
    link(code, product, content) {
        if (!(content > 0 && content <= MAX_QUANTITY)) {
            return this.answer([], "refuse", "impossible_quantity");
        }
        const scans = this.scansOf(code);
        const isFirst = scans.length === 1 && this.count(product) === undefined;
        const events = [this.event("link", product, content, { code })];
        if (isFirst && this.isUsual(product, content)) {
            events.push(...this.rest(product, scans[0]));
        }
        this.take(product);
        askIfPast(this, product, scans[0]?.expiry, dayOf(events[0].at));
        const tone = this.question ? "ask" : "accept";
        return this.answer(events, tone, "linked", { code, content });
    }

    /** What is still missing of a product is proposed, with the lot that was scanned. */
    rest(product, scan) {
        const missing = add(this.ordered(product), -this.count(product));
        const label = { ...labelOf(scan), code: "" };
        return missing > 0 ? [this.event("propose", product, missing, label)] : [];
    }

    /** The scans of a code that nobody knew, newest first. */
    scansOf(code) {
        const key = scanKey(code);
        return this.history().filter(
            (event) => event.kind === "unknown" && scanKey(event.code) === key,
        );
    }

    /** Takes back an event, or the newest that still counts. */
    undo(uuid = this.history()[0]?.uuid) {
        const event = this.history().find((one) => one.uuid === uuid);
        if (!event) {
            return this.answer([], "refuse", "nothing_to_undo");
        }
        const events = [this.reverse(event)];
        const proposal = this.gaveWay(event);
        if (proposal) {
            const { product, quantity } = proposal;
            events.push(this.event("propose", product, quantity, labelOf(proposal)));
        }
        this.take(this.history()[0]?.product ?? null);
        return this.answer(events, "accept", "undone", {
            name: this.name(event.product) || event.code,
        });
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

    /** The answer to a question; goods whose date is past may be refused. */
    settle(choice) {
        if (choice.does !== "refuse") {
            this.accept(this.question);
            return super.settle(choice);
        }
        this.question = null;
        const told = { reason: "expired" };
        return this.tell("refuse", this.active, choice.quantity, told);
    }

    /** A date that was accepted is not asked about at the next case. */
    accept({ reason, told }) {
        if (reason === "expired") {
            this.asked.add(`${this.active} ${told.expiry}`);
        }
    }

    /** Another order has joined: what it expects of the product in hand is proposed. */
    join(delivery) {
        this.learn(delivery.events);
        this.describe(delivery);
        const product = this.active;
        this.take(product);
        const missing = add(this.ordered(product), -(this.count(product) ?? 0));
        const isFirst = this.changes(product).length === 1;
        const events =
            isFirst && missing > 0 ? [this.event("propose", product, missing)] : [];
        return this.answer(events, "accept", "joined", { order: delivery.order });
    }
}
