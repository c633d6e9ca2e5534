import { Book } from "./book.js";
import { labelOf } from "./code.js";
import { add } from "./tally.js";

/** What one scan counts: the order is proposed, and gives way to a person who counts. */
export class Proposals extends Book {
    /** @param {object} label what was scanned, as `labelOf` tells it */
    counted({ product, quantity, measured }, label) {
        return measured || this.active === product
            ? this.again(product, quantity, label, measured)
            : this.first(product, quantity, label);
    }

    /** The first scan of a line proposes what is still missing of the order. */
    first(product, quantity, label) {
        const missing = add(this.ordered(product), -(this.count(product) ?? 0));
        return missing > 0 && this.proposes(product, quantity)
            ? [...this.kept(product), this.event("propose", product, missing, label)]
            : [this.event("count", product, quantity, label)];
    }

    /** An earlier proposal that a new one must not swallow becomes a number. */
    kept(product) {
        const claims = this.changes(product).filter(({ kind }) => kind === "propose");
        const [most] = claims.toSorted((a, b) => b.quantity - a.quantity);
        if (!(most?.quantity > 0)) {
            return [];
        }
        const label = { ...labelOf(most), code: "" };
        const undone = claims.map((claim) => this.reverse(claim));
        return [...undone, this.event("set", product, most.quantity, label)];
    }

    /**
     * One piece, or one of the ordered packs, stands for all of them; not for a person
     * who already said how many there are: what they find later is more.
     */
    proposes(product, quantity) {
        const said = this.changes(product).some(
            (event) => event.person === this.person && event.kind !== "propose",
        );
        return this.isUsual(product, quantity) && !said;
    }

    isUsual(product, quantity) {
        return quantity === 1 || quantity === this.expected.get(product)?.pack_size;
    }

    /** The same product again: the person counts, so the proposal gives way. */
    again(product, quantity, label, measured) {
        const last = this.changes(product).find(
            (event) => event.person === this.person, // another's proposal stays
        );
        if (last?.kind !== "propose") {
            return [this.event("count", product, quantity, label)];
        }
        const before = labelOf(last);
        const first = this.find(before.code)?.quantity ?? 0;
        const scanned = [
            [measured ? 0 : first, before],
            [quantity, label],
        ];
        const counts = joined(scanned).map(([n, told]) => ["count", product, n, told]);
        return [this.reverse(last), ...counts.map((one) => this.event(...one))];
    }

    /** The proposal that this count took the place of: the event just before says so. */
    gaveWay({ kind, at, person }) {
        const before = [...this.events.values()].filter(
            (event) => event.at < at && event.person === person,
        );
        const last = before.reduce((a, b) => (a?.at > b.at ? a : b), null);
        const reversed = kind === "count" && this.events.get(last?.reverses);
        return reversed?.kind === "propose" ? reversed : null;
    }
}

/** Two scans are one count, unless each has its own lot or date. */
function joined([[first, before], [quantity, label]]) {
    const isSame = before.lot === label.lot && before.expiry === label.expiry;
    return first && !isSame
        ? [
              [first, before],
              [quantity, label],
          ]
        : [[add(first, quantity), label]];
}
