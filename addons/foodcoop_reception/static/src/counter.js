import { markRaw, reactive } from "@odoo/owl";
import { deviceName, newId, now } from "./device/identity.js";
import { Outbox } from "./device/outbox.js";
import { ask } from "./device/server.js";
import { signal } from "./device/signals.js";
import { say } from "./device/speech.js";
import { activeRow, peopleNow, rows, surprises } from "./model/overview.js";
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
        delivery.openedAt ??= Date.now() - (delivery.age ?? 0) * 1000;
        counter.store = store;
        counter.delivery = delivery;
        counter.session = new Session(delivery, newId, now);
        counter.view = reactive({
            waiting: unsaved.length,
            online: true,
            refusal: null,
            panel: "",
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

    /** @param {string} [uuid] which event; without it the newest */
    undo(uuid) {
        return this.apply(this.session.undo(uuid));
    }

    link(code, product, content) {
        return this.apply(this.session.link(code, product, content), code);
    }

    /** The answer to a question. */
    async settle(choice) {
        if (choice.does !== "join") {
            return this.apply(this.session.settle(choice));
        }
        const { reception } = this.delivery;
        const delivery = await ask("open", { reception, pickings: [choice.picking] });
        const { openedAt } = this.delivery;
        this.delivery = { ...delivery, openedAt };
        return this.apply(this.session.join(this.delivery));
    }

    /** Who counts from now on. */
    set person(name) {
        this.session.person = name;
        this.refresh();
    }

    /** On the disk first, then on the screen and in the ear, then on its way. */
    async apply({ events, tone, reason, told }, code = "") {
        const { key } = this.delivery;
        try {
            if (events.length) {
                await this.store.keep(events.map((event) => ({ ...event, key })));
                this.view.waiting += events.length;
            }
            this.show(tone, reason, { code, ...told });
            signal(tone);
            say(this.view.active?.name);
        } catch {
            this.session.forget(events);
            this.show("refuse", "cannot_keep");
            signal("refuse");
        }
        this.outbox.flush();
    }

    show(tone, reason, told = {}) {
        this.view.message = { tone, reason, told };
        this.view.flash = (this.view.flash ?? 0) + 1;
        this.refresh();
        scrollTo(0, 0); // on a phone the product in hand may be out of sight
    }

    refresh() {
        const { view, session } = this;
        // Made anew each time, so nothing inside has to be watched.
        view.rows = markRaw(rows(session, view.rows));
        const active = activeRow(session);
        view.active = active && markRaw(active);
        view.surprises = markRaw(surprises(session));
        view.question = session.question && markRaw(session.question);
        view.people = peopleNow(session, session.now());
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
