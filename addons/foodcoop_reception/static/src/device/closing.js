import { newId, now } from "./identity.js";
import { Refusal } from "./server.js";

/** The end of a count as a person wants it: kept here, granted by the server. */
export class Closing {
    constructor(desk, key) {
        Object.assign(this, { desk, key, store: desk.store });
    }

    async mine() {
        return (await this.store.wishes()).find(({ key }) => key === this.key);
    }

    /** Who counts on after closing has not closed yet. */
    async withdraw() {
        if (this.desk.view.wishes.some(({ key }) => key === this.key)) {
            await this.desk.putAway(this.key);
        }
    }

    /**
     * Keeps the wish; it goes to the server after the last scan, now or when the
     * network is back.
     *
     * @param {object} session of the delivery
     * @param {object} about `accept_missing`, and what names the delivery to people
     * @returns what was received, or `{ waiting: true }`
     * @throws {Refusal} with the server's sentence
     */
    async close({ person, events }, about) {
        const named = { key: this.key, uuid: newId(), person, at: now() };
        this.desk.awaited = this.key;
        try {
            const wish = { ...named, seen: events.size, ...about };
            const { result, refusal } = await this.send(wish);
            if (refusal) {
                throw new Refusal({ message: refusal });
            }
            return result ?? { waiting: true };
        } finally {
            this.desk.awaited = null;
            await this.desk.showWishes();
        }
    }

    /** What came of closing; later, when the network was away. Null: nothing yet. */
    outcome(result, wishes = this.desk.view.wishes) {
        const { answer } = wishes.find(({ key }) => key === this.key) ?? {};
        return result?.waiting && answer ? (answer.result ?? null) : result;
    }

    async send(wish) {
        const { outbox } = this.desk;
        const kept = await this.store.keepWish(wish).then(
            () => true,
            () => false,
        );
        if (!kept) {
            return { result: await outbox.close(wish) };
        }
        await outbox.flush(this.key);
        const answer = (await this.mine())?.answer;
        if (answer) {
            await this.store.dropWish(this.key);
        }
        return answer ?? {};
    }
}
