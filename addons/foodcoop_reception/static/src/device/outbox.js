import { ask, Refusal } from "./server.js";

const RETRY = 3000;
const BATCH = 200;

/**
 * Carries scans to the server, in the background, as often as it takes.
 *
 * `onChange({ waiting, online, refusal })` tells how it stands.
 */
export class Outbox {
    constructor(store, reception, device, onChange) {
        Object.assign(this, { store, reception, device, onChange });
        this.sending = null;
        this.timer = null;
        this.closed = false;
    }

    /** Sends what is unsaved; calls while it sends make it look once more. */
    flush() {
        clearTimeout(this.timer);
        this.again = true;
        this.sending ??= this.run().finally(() => {
            this.sending = null;
        });
        return this.sending;
    }

    async run() {
        while (this.again && !this.closed) {
            this.again = false;
            const scans = await this.store.unsaved(this.reception);
            if (scans.length) {
                await this.send(scans.slice(0, BATCH));
                this.again ||= scans.length > BATCH;
            }
        }
    }

    async send(scans) {
        const { reception, device } = this;
        try {
            const saved = await ask("scans", { reception, scans, device });
            await this.store.forget(saved);
            this.tell(await this.store.unsaved(reception), true, null);
        } catch (error) {
            const refusal = error instanceof Refusal ? error.message : null;
            this.tell(await this.store.unsaved(reception), Boolean(refusal), refusal);
            this.timer = setTimeout(() => this.flush(), RETRY);
            this.again = false;
        }
    }

    tell(waiting, online, refusal) {
        this.onChange({ waiting: waiting.length, online, refusal });
    }

    stop() {
        this.closed = true;
        clearTimeout(this.timer);
    }
}
