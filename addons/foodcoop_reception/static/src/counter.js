import { reactive } from "@odoo/owl";
import { deviceName, newId, now } from "./device/identity.js";
import { Outbox } from "./device/outbox.js";
import { ask } from "./device/server.js";
import { signal } from "./device/signals.js";
import { activeRow, rows, surprises } from "./model/overview.js";
import { Session } from "./model/session.js";

/**
 * One delivery being counted on this terminal: the model, the browser's store and the
 * server, joined. `view` is what the screens show.
 */
export class Counter {
    /** @param {object} which pickings, a partner without an order, or a reception */
    static async open(which, store) {
        const delivery = await ask("open", which);
        const counter = new Counter();
        const unsaved = await store.unsaved(delivery.key);
        delivery.events.push(...unsaved);
        counter.store = store;
        counter.delivery = delivery;
        counter.session = new Session(delivery, newId, now);
        counter.view = reactive({
            waiting: unsaved.length,
            online: true,
            refusal: null,
        });
        counter.outbox = new Outbox(store, delivery, deviceName(), (state) =>
            counter.tell(state),
        );
        counter.show("info", "");
        counter.outbox.flush();
        return counter;
    }

    scan(raw) {
        return this.apply(this.session.scan(raw), raw);
    }

    choose(product) {
        return this.apply(this.session.choose(product));
    }

    set(quantity) {
        return this.apply(this.session.set(quantity));
    }

    step(by) {
        return this.apply(this.session.step(by));
    }

    undo() {
        return this.apply(this.session.undo());
    }

    /** On the disk first, then on the screen and in the ear, then on its way. */
    async apply({ events, tone, reason }, code = "") {
        const { key } = this.delivery;
        try {
            if (events.length) {
                await this.store.keep(events.map((event) => ({ ...event, key })));
                this.view.waiting += events.length;
            }
            this.show(tone, reason, code);
            signal(tone);
        } catch {
            this.session.forget(events);
            this.show("refuse", "cannot_keep");
            signal("refuse");
        }
        this.outbox.flush();
    }

    show(tone, reason, code = "") {
        this.view.message = { tone, reason, code };
        this.view.flash = (this.view.flash ?? 0) + 1;
        this.refresh();
        scrollTo(0, 0); // on a phone the product in hand may be out of sight
    }

    refresh() {
        const { view, session } = this;
        view.rows = rows(session);
        view.active = activeRow(session);
        view.surprises = surprises(session);
    }

    /** How the outbox stands; when others have counted too, their scans are fetched. */
    async tell({ total, ...state }) {
        Object.assign(this.view, state);
        if (total > this.session.events.size - state.waiting) {
            await this.learn();
        }
    }

    async learn() {
        const { reception } = this.delivery;
        this.session.learn(await ask("known", { reception }));
        this.refresh();
    }

    /** Everything counted must be with the server before it writes the delivery. */
    async close(acceptMissing) {
        await this.outbox.flush();
        const { reception, key } = this.delivery;
        if ((await this.store.unsaved(key)).length) {
            throw new TypeError("scans are still waiting");
        }
        const seen = this.session.events.size;
        try {
            return await ask("close", {
                reception,
                accept_missing: acceptMissing,
                seen,
            });
        } catch (error) {
            await this.learn();
            throw error;
        }
    }

    leave() {
        this.outbox.stop();
    }
}
