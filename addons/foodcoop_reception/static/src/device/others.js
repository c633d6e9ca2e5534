import { sentenceOf } from "./keeper.js";
import { Live } from "./live.js";
import { ask, Refusal } from "./server.js";
import { Tabs } from "./tabs.js";

/** What others count of the same delivery: at other terminals, in other tabs. */
export class Others {
    /** @param {Counter} counter that learns it; its `view` tells how that goes */
    constructor(counter) {
        this.counter = counter;
        this.after = newest(counter.delivery.events);
        this.live = new Live(() => this.look());
        this.tabs = new Tabs(
            counter.delivery.key,
            (events) => counter.learn(events),
            (count) => Object.assign(counter.view, { tabs: count }),
        );
    }

    /** @throws when the server was not reached, or does not want to tell */
    async look() {
        const { counter } = this;
        try {
            await this.renew();
            const { events, state } = await this.ask();
            counter.learn(events);
            const wasAway = !counter.view.online;
            Object.assign(counter.view, { online: true, closed: state === "closed" });
            if (wasAway) {
                counter.desk.outbox.flush();
            }
        } catch (error) {
            counter.view.online = error instanceof Refusal;
            counter.view.refusal = sentenceOf(error) ?? counter.view.refusal;
            throw error;
        } finally {
            // another tab may have kept scans, or sent them
            counter.count(await counter.store.unsaved(counter.delivery.key));
        }
    }

    async ask() {
        const { reception, key } = this.counter.delivery;
        const news = await ask("known", { reception, key, after: this.after });
        if (news.events.length) {
            this.after = Math.max(this.after, newest(news.events));
            await this.counter.store.learn(key, news.events).catch(() => {});
        }
        return news;
    }

    /** It was opened without network: lines and codes may have changed since. */
    async renew() {
        const { counter } = this;
        const { offline, reception } = counter.delivery;
        if (offline) {
            const delivery = await counter.desk.find({ reception });
            counter.renew(delivery);
        }
    }

    stop() {
        this.live.stop();
        this.tabs.stop();
    }
}

/** The server numbers events in the order in which they come into sight. */
function newest(events) {
    return events.reduce((highest, { id }) => Math.max(highest, id ?? 0), 0);
}
