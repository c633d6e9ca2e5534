import { ask, Refusal } from "./server.js";

const RETRY = 3000;
const BATCH = 200;

/**
 * Carries scans to the server, in the background, as often as it takes.
 *
 * `onChange({ waiting, online, refusal, total })` tells how it stands; `total` is how many
 * scans of the delivery the server has, those of other terminals too.
 */
export class Outbox {
    /** @param {{key: string, reception: number}} delivery */
    constructor(store, delivery, device, onChange) {
        Object.assign(this, { store, delivery, device, onChange });
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
            const scans = await this.store.unsaved(this.delivery.key);
            if (scans.length) {
                await this.send(scans.slice(0, BATCH));
                this.again ||= scans.length > BATCH;
            }
        }
    }

    async send(scans) {
        const { reception } = this.delivery;
        try {
            const sent = { reception, scans, device: this.device };
            const { kept, total } = await ask("scans", sent);
            await this.store.forget(kept);
            await this.tell({ online: true, refusal: null, total });
        } catch (error) {
            const refusal = error instanceof Refusal ? error.message : null;
            await this.tell({ online: Boolean(refusal), refusal, total: 0 });
            this.timer = setTimeout(() => this.flush(), RETRY);
            this.again = false;
        }
    }

    async tell(state) {
        const { length } = await this.store.unsaved(this.delivery.key);
        await this.onChange({ ...state, waiting: length });
    }

    stop() {
        this.closed = true;
        clearTimeout(this.timer);
    }
}
