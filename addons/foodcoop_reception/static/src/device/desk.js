import { reactive } from "@odoo/owl";
import { deviceName, memory } from "./identity.js";
import { install } from "./installed.js";
import { NoStore } from "./no_store.js";
import { Outbox } from "./outbox.js";
import { ask, Refusal } from "./server.js";
import { Store } from "./store.js";

const MINUTE = 60000;

/**
 * This terminal at work: what it keeps and what it still has to send, of all deliveries.
 * `view` is what the screens show of it.
 */
export class Desk {
    /** @param {number} account that is signed in; what others opened it does not show */
    static async open(account) {
        const desk = new Desk();
        desk.account = account;
        desk.store = await Store.open().catch(() => new NoStore());
        desk.listeners = new Set();
        desk.view = reactive({ wishes: [], reloads: true, name: deviceName() });
        desk.outbox = new Outbox(desk.store, (state) => desk.tell(state));
        await desk.showWishes();
        desk.start();
        return desk;
    }

    /** What nobody has to wait for. */
    async start() {
        this.outbox.flush();
        this.here();
        setInterval(() => document.hidden || this.here(), MINUTE);
        this.view.reloads = this.store.keeps && (await install());
        await this.store.clean(Date.now()).catch(() => {}); // tidied another day
    }

    async tell(state) {
        for (const listener of this.listeners) {
            await listener(state);
        }
        await this.showWishes();
    }

    /** All but the one that somebody waits for: its answer is shown to them. */
    async showWishes() {
        const wishes = await this.store.wishes();
        this.view.wishes = wishes.filter(({ key }) => key !== this.awaited);
    }

    async putAway(key) {
        await this.store.dropWish(key);
        await this.showWishes();
    }

    /** The terminal is at work; the office may have given it another name. */
    async here(name = "") {
        try {
            const told = await ask("here", { name });
            memory.write("foodcoop_device_name", told.name);
            this.view.name = deviceName();
        } catch {
            // told again in a minute; what matters says itself why it fails
        }
    }

    /** @returns deliveries that can be counted; without network those opened here */
    async waiting() {
        try {
            return { deliveries: await ask("deliveries"), offline: false };
        } catch (error) {
            if (error instanceof Refusal) {
                throw error;
            }
            const kept = await this.store.deliveries(this.account);
            const open = kept.filter(({ closed }) => !closed);
            return { deliveries: open.map(({ body }) => asCard(body)), offline: true };
        }
    }

    /** A delivery whole: from the server, or as it was when it was opened here last. */
    async find(which) {
        const { store, account } = this;
        try {
            const delivery = await ask("open", which);
            const about = { account, opened: Date.now() };
            await store.keepDelivery(delivery, about).catch(() => {
                this.view.reloads = false; // no room for it: scans may still have some
            });
            return delivery;
        } catch (error) {
            const kept =
                error instanceof Refusal || (await store.delivery(which, account));
            if (kept === true || !kept) {
                throw error;
            }
            return { ...kept, offline: true };
        }
    }
}

function asCard({ reception, pickings, supplier, order, lines, date }) {
    const which = { reception };
    const picking = pickings[0] ?? `r${reception}`;
    return { which, picking, supplier, order, date, reception, lines: lines.length };
}
