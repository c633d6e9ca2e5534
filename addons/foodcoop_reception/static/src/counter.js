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
    static async open(picking, store) {
        const delivery = await ask("open", { picking });
        const counter = new Counter();
        const unsaved = await store.unsaved(delivery.reception);
        delivery.events.push(...unsaved);
        counter.store = store;
        counter.delivery = delivery;
        counter.session = new Session(delivery, newId, now);
        counter.view = reactive({
            waiting: unsaved.length,
            online: true,
            refusal: null,
        });
        counter.outbox = new Outbox(store, delivery.reception, deviceName(), (state) =>
            Object.assign(counter.view, state),
        );
        counter.show("", "", null);
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
    async apply({ events, tone, reason, product }, code = "") {
        const { reception } = this.delivery;
        if (events.length) {
            try {
                await this.store.keep(events.map((event) => ({ ...event, reception })));
            } catch {
                for (const event of events) {
                    this.session.events.delete(event.uuid);
                }
                [tone, reason] = ["refuse", "cannot_keep"];
            }
        }
        this.view.waiting += events.length;
        this.show(tone, reason, product, code);
        signal(tone);
        this.outbox.flush();
    }

    show(tone, reason, product, code = "") {
        const { view, session } = this;
        view.rows = rows(session);
        view.active = activeRow(session);
        view.surprises = surprises(session);
        view.message = { tone, reason, product, code };
        view.flash = (view.flash ?? 0) + 1;
        scrollTo(0, 0); // on a phone the product in hand may be out of sight
    }

    /** Everything counted must be with the server before it writes the delivery. */
    async close(acceptMissing) {
        await this.outbox.flush();
        const waiting = await this.store.unsaved(this.delivery.reception);
        if (waiting.length) {
            throw new TypeError("scans are still waiting");
        }
        const { reception } = this.delivery;
        return ask("close", { reception, accept_missing: acceptMissing });
    }

    leave() {
        this.outbox.stop();
    }
}
