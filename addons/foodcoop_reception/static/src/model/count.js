import { labelOf } from "./code.js";
import { dayOf } from "./dates.js";
import { askIfPast } from "./facts.js";
import { isNear } from "./finish.js";
import { mixedUp } from "./packs.js";
import { Proposals } from "./proposals.js";
import { askPacksOrPieces, askToJoin, askWhoseNumber } from "./questions.js";
import { add } from "./tally.js";

/** More than five digits is a code that was typed, not a quantity. */
export const MAX_QUANTITY = 99999;

/** Counting: what a scan, a touch and a number do; session.js says what an action answers. */
export class Count extends Proposals {
    constructor(delivery, newId, now, person = "") {
        super(delivery, newId, now, person);
        this.asked = new Set();
        this.active = this.history()[0]?.product ?? null;
    }

    /** A code came in: from the scanner or the camera. */
    scan(raw) {
        const found = this.find(raw);
        if (!found) {
            this.take(null);
            const label = labelOf(this.read(raw));
            const unknown = this.event("unknown", null, 1, label);
            return this.answer([unknown], "aside", "unknown_code");
        }
        const { product, quantity } = found;
        const label = labelOf({ ...found, code: raw });
        if (found.asks) {
            return this.choose(product, label);
        }
        const events = this.counted(found, label);
        this.take(product);
        askIfPast(this, product, label.expiry, dayOf(events.at(-1).at));
        return this.ordered(product)
            ? this.expects(events, quantity)
            : this.surprise(events);
    }

    /** It was ordered; more than that may be packs that were taken for pieces. */
    expects(events, quantity) {
        if (quantity > 1 && this.count(this.active) > this.ordered(this.active)) {
            this.doubt(this.active);
        }
        const isProposed = events.at(-1).kind === "propose";
        return this.noted(events, isProposed ? "proposed" : "counting");
    }

    /** What was counted stands; more than was ordered is said at once, and decided later. */
    noted(events, reason) {
        const row = this.expected.get(this.active);
        const gap = add(this.count(this.active), -(row?.ordered ?? 0));
        return row && gap > 0 && !isNear(row, gap)
            ? this.answer(events, "ask", "over", { gap })
            : this.answer(events, this.question ? "ask" : "accept", reason);
    }

    /** The product is in hand now, and whatever was asked before is let go. */
    take(product) {
        this.question = null;
        if (this.active !== product) {
            this.active = product;
            this.news.delete(product);
        }
    }

    /** Nobody ordered it here; another order of this supplier may wait for it. */
    surprise(events) {
        const other = this.delivery.elsewhere?.[this.active];
        if (!other) {
            return this.answer(events, "ask", "not_ordered");
        }
        this.question ??= askToJoin(other);
        return this.answer(events, "ask", "on_other_order", other);
    }

    /** A line was touched: for goods without a code, and to come back to one. */
    choose(product, label = {}) {
        this.take(product);
        if (this.count(product) !== undefined || !this.ordered(product)) {
            return this.answer([], "accept", "chosen");
        }
        const proposal = this.event("propose", product, this.ordered(product), label);
        return this.answer([proposal], "accept", "proposed");
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
        const news = this.news.get(product);
        if (news?.quantity) {
            return this.together(quantity, news);
        }
        const { events } = this.exactly(quantity);
        this.doubt(product);
        return this.noted(events, "set");
    }

    /** The count becomes this, whatever it was. */
    exactly(quantity) {
        const product = this.active;
        this.take(product);
        this.news.delete(product);
        const change = add(quantity, -(this.count(product) ?? 0));
        return this.answer([this.event("set", product, change)], "accept", "set");
    }

    /** Somebody else counted in between: both are kept until the person says otherwise. */
    together(alone, { quantity, people }) {
        const both = Math.max(0, add(alone, quantity));
        const answer = this.exactly(both);
        const told = { added: quantity, people, alone, both };
        this.question = askWhoseNumber(told);
        return { ...answer, tone: "ask", reason: "others_added", told };
    }

    /** Asked once a product: pieces, or packs? */
    doubt(product) {
        const [ordered, counted] = [this.ordered(product), this.count(product)];
        const mixed = mixedUp(ordered, counted, this.packs(product));
        if (!mixed || this.question || this.asked.has(product)) {
            return;
        }
        this.asked.add(product);
        this.question = askPacksOrPieces({ ...mixed, counted, ordered });
    }

    /** The person answered the question; to join an order is the caller's to do. */
    settle({ does, quantity }) {
        this.question = null;
        return does === "set"
            ? this.exactly(quantity)
            : this.answer([], "accept", "settled");
    }

    step(by) {
        const product = this.active;
        if (!product) {
            return this.answer([], "refuse", "nothing_chosen");
        }
        this.take(product);
        const change = add(Math.max(by, -(this.count(product) ?? 0)), 0);
        return this.noted([this.event("set", product, change)], "set");
    }

    answer(events, tone, reason, told = {}) {
        return { events, tone, reason, told };
    }
}
