import { parcels, pause, receptionOf } from "../model/queue.js";
import { deviceName } from "./identity.js";
import { ask, Refusal } from "./server.js";

/** A delivery that the server refused is not asked about at each scan of another one. */
const RESPITE = 30000;

/**
 * Carries scans and wishes to close to the server, in the background, of every delivery
 * that this terminal counted, as often as it takes. Sent twice they count once.
 *
 * `onChange({ key, online, refusal })` tells how each delivery fared.
 */
export class Outbox {
    constructor(store, onChange) {
        Object.assign(this, { store, onChange });
        this.sending = null;
        this.timer = null;
        this.failures = 0;
        this.refused = new Map();
        addEventListener("online", () => this.flush());
    }

    /**
     * Sends what is unsent; calls while it sends make it look once more.
     * @param {string} [key] the delivery that somebody waits for
     */
    flush(key) {
        clearTimeout(this.timer);
        this.refused.delete(key);
        this.again = true;
        this.sending ??= this.run().finally(() => {
            this.sending = null;
        });
        return this.sending;
    }

    async run() {
        while (this.again) {
            this.again = false;
            try {
                await this.carryAll();
                this.failures = 0;
            } catch {
                this.failures += 1;
                this.again = false;
            }
        }
        if (this.failures || this.refused.size) {
            const later = this.failures ? pause(this.failures - 1) : RESPITE;
            this.timer = setTimeout(() => this.flush(), later);
        }
    }

    async carryAll() {
        const all = parcels(await this.store.unsaved(), await this.store.wishes());
        for (const parcel of all) {
            if (Date.now() - (this.refused.get(parcel.key) ?? 0) > RESPITE) {
                await this.carry(parcel);
            }
        }
    }

    /** @throws {TypeError} without network: then the others need not be tried */
    async carry({ key, scans, wish, more }) {
        try {
            await this.send(key, scans);
            if (wish) {
                await this.answer(wish, { result: await this.close(wish) });
            }
            this.refused.delete(key);
            this.again ||= more;
            await this.onChange({ key, online: true, refusal: null });
        } catch (error) {
            if (!(error instanceof Refusal)) {
                await this.onChange({ key, online: false, refusal: null });
                throw error;
            }
            await this.refuse(key, wish, error);
        }
    }

    async send(key, scans) {
        if (scans.length) {
            const reception = receptionOf(key);
            await ask("scans", { reception, key, scans, device: deviceName() });
            await this.store.confirm(scans);
        }
    }

    close({ key, seen, accept_missing, uuid, person, at }) {
        const wish = { uuid, person, at };
        const reception = receptionOf(key);
        return ask("close", { reception, key, seen, accept_missing, wish });
    }

    answer(wish, answer) {
        return this.store.keepWish({ ...wish, answer });
    }

    /** A wish that can be granted later, after signing in again, goes on waiting. */
    async refuse(key, wish, error) {
        this.refused.set(key, Date.now());
        if (wish && error.final) {
            await this.answer(wish, { refusal: error.message });
        }
        await this.onChange({ key, online: true, refusal: error });
    }
}
