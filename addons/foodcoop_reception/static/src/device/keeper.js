import { deviceName } from "./identity.js";
import { _t } from "../words.js";
import { ask, Refusal } from "./server.js";

/** Where the scans of a count go before any tone says that they are kept. */
export class Keeper {
    constructor(counter) {
        this.counter = counter;
    }

    /** On this terminal's disk; where that is full or closed to us, on the server. */
    async keep(scans) {
        const { key } = this.counter.delivery;
        try {
            await this.counter.store.keep(scans);
        } catch {
            this.counter.view.keeps = false;
            await this.confirm(scans);
            return;
        }
        const here = scans.map(({ product }) => product);
        this.counter.view.waiting += scans.length;
        this.counter.view.here = new Set([...this.counter.view.here, ...here]);
        this.counter.others.tabs.share(scans);
        await this.counter.closing.withdraw();
        this.counter.desk.outbox.flush(key);
    }

    /** @throws when the server does not say that it has them: then they never were */
    async confirm(scans) {
        const { reception, key } = this.counter.delivery;
        try {
            await ask("scans", { reception, key, scans, device: deviceName() });
            Object.assign(this.counter.view, { online: true, refusal: null });
        } catch (error) {
            this.counter.view.refusal = sentenceOf(error);
            throw error;
        }
        this.counter.others.tabs.share(scans);
    }
}

/** What the server said against it; without network it said nothing. */
export function sentenceOf(error) {
    if (error?.session) {
        return _t(
            "Nobody is signed in here any more. What you count is kept on this terminal, and sent when somebody signs in again: reload the page.",
        );
    }
    return error instanceof Refusal ? error.message : null;
}
