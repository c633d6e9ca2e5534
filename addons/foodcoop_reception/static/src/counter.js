import { markRaw, reactive } from "@odoo/owl";
import { Closing } from "./device/closing.js";
import { newId, now } from "./device/identity.js";
import { Keeper, sentenceOf } from "./device/keeper.js";
import { Others } from "./device/others.js";
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
    /**
     * @param {object} which pickings, a partner without an order, or a reception
     * @param {Desk} desk
     */
    static async open(which, desk) {
        const delivery = await desk.find(which);
        const unsaved = await desk.store.unsaved(delivery.key);
        delivery.events.push(...unsaved);
        delivery.openedAt ??= Date.now() - (delivery.age ?? 0) * 1000;
        const counter = new Counter(desk, delivery);
        counter.count(unsaved);
        counter.show("info", "");
        desk.outbox.flush(delivery.key);
        return counter;
    }

    constructor(desk, delivery) {
        Object.assign(this, { desk, delivery, store: desk.store });
        this.session = new Session(delivery, newId, now);
        this.view = reactive({
            waiting: 0,
            here: new Set(),
            online: !delivery.offline,
            closed: delivery.state === "closed",
            keeps: desk.store.keeps,
            tabs: 0,
            refusal: null,
            panel: "",
            pad: null, // the number that is entered by touch: `{ value }`
            result: null, // of closing
        });
        this.listen = (state) => this.tell(state);
        desk.listeners.add(this.listen);
        this.closing = new Closing(desk, delivery.key);
        this.others = new Others(this);
        this.keeper = new Keeper(this);
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

    /** A number that stands on the pad when the next product is scanned is meant. */
    endPad() {
        const value = this.view.pad?.value ?? null;
        this.view.pad = null;
        if (value !== null) {
            this.set(value);
        }
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

    /** The answer to a question; a scan, or the same touch twice, was faster than it. */
    async settle(choice) {
        if (!this.session.question?.choices.includes(choice)) {
            return null;
        }
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

    /** Kept first, then on the screen and in the ear, then on its way. */
    async apply({ events, tone, reason, told }, code = "") {
        try {
            if (events.length) {
                const { key } = this.delivery;
                await this.keeper.keep(events.map((event) => ({ ...event, key })));
            }
            this.show(tone, reason, { code, ...told });
            signal(tone);
            say(this.view.active?.name);
        } catch {
            this.session.forget(events);
            this.show("refuse", "cannot_keep");
            signal("refuse");
        }
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

    /** How sending went. */
    async tell({ key, online, refusal }) {
        if (key === this.delivery.key) {
            Object.assign(this.view, { online, refusal: sentenceOf(refusal) });
            this.count(await this.store.unsaved(key));
        }
    }

    count(unsaved) {
        this.view.waiting = unsaved.length;
        this.view.here = new Set(unsaved.map(({ product }) => product));
    }

    /** Its lines and codes as they are now. */
    renew(delivery) {
        if (!delivery.offline) {
            this.delivery = delivery;
            this.session.learn(delivery.events);
            this.session.describe(delivery);
            this.refresh();
        }
    }

    learn(events) {
        const fresh = events.filter(({ uuid }) => !this.session.events.has(uuid));
        if (fresh.length) {
            this.session.learn(fresh);
            this.refresh();
        }
    }

    /** @returns what was received, or `{ waiting: true }`; see `Closing` */
    async close(acceptMissing) {
        const { supplier, order } = this.delivery;
        const about = { accept_missing: acceptMissing, supplier, order };
        try {
            return await this.closing.close(this.session, about);
        } catch (error) {
            await this.others.look().catch(() => {}); // the refusal is what is told
            throw error;
        }
    }

    leave() {
        this.others.stop();
        this.desk.listeners.delete(this.listen);
    }
}
