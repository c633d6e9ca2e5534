/** What the browser keeps: scans before any tone says so, deliveries, wishes to close. */

import { outdated } from "../model/queue.js";

const NAME = "foodcoop_reception";
const VERSION = 2;
const STRICT = { durability: "strict" };

function asPromise(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error("an old tab holds the store"));
    });
}

/** Resolves when the transaction is on the disk, not only in the browser's memory. */
function written(transaction) {
    return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
}

const byTime = (a, b) => (a.at < b.at ? -1 : 1);

/**
 * `scans` unsent, `events` those that the server has, `deliveries` as they were opened,
 * `wishes` to close. Nothing here is kept under a version of ours: a new bundle finds it.
 */
function build(db) {
    const names = [...db.objectStoreNames];
    const make = (name, keyPath) =>
        names.includes(name) ? null : db.createObjectStore(name, { keyPath });
    make("scans", "uuid")?.createIndex("key", "key");
    make("events", "uuid")?.createIndex("key", "key");
    make("deliveries", "key");
    make("wishes", "key");
}

export class Store {
    /** Whether it keeps anything at all; see `NoStore`. */
    keeps = true;

    /** @throws when the browser refuses: private windows, a full disk, a policy */
    static async open() {
        const request = indexedDB.open(NAME, VERSION);
        request.onupgradeneeded = () => build(request.result);
        const store = new Store();
        store.db = await asPromise(request);
        store.db.onversionchange = () => store.db.close();
        return store;
    }

    async change(names, action, options) {
        const transaction = this.db.transaction(names, "readwrite", options);
        action(...names.map((name) => transaction.objectStore(name)));
        await written(transaction);
    }

    all(name, key) {
        const store = this.db.transaction(name).objectStore(name);
        return asPromise(key ? store.index("key").getAll(key) : store.getAll());
    }

    /** @param {object[]} scans each with the `key` of its delivery */
    keep(scans) {
        const put = (store) => scans.forEach((scan) => store.put(scan));
        return this.change(["scans"], put, STRICT);
    }

    /** Scans that the server has not confirmed, oldest first: of one delivery, or all. */
    async unsaved(key) {
        return (await this.all("scans", key)).sort(byTime);
    }

    /** The server has these: they need not be sent any more, only be known here. */
    confirm(scans) {
        return this.change(["scans", "events"], (unsent, events) => {
            for (const scan of scans) {
                unsent.delete(scan.uuid);
                events.put(scan);
            }
        });
    }

    /** What came from the server for a delivery. */
    learn(key, news) {
        const put = (events) => news.forEach((event) => events.put({ ...event, key }));
        return this.change(["events"], put);
    }

    /** @param {object} about `account` that opened it, `opened` when (milliseconds) */
    async keepDelivery({ events, ...body }, about) {
        const { key } = body;
        const closed = body.state === "closed";
        const put = (store) => store.put({ key, closed, body, ...about });
        await this.change(["deliveries"], put);
        await this.learn(key, events);
    }

    /** Those that an account opened here, without their events. */
    async deliveries(account) {
        const kept = await this.all("deliveries");
        return kept.filter((delivery) => delivery.account === account);
    }

    /** A delivery as the server would tell it, or undefined. */
    async delivery(which, account) {
        const wanted = ({ body }) =>
            which.reception
                ? body.reception === which.reception
                : which.pickings?.every((one) => body.pickings.includes(one)) ||
                  (which.partner && which.partner === body.partner);
        const found = (await this.deliveries(account)).filter(wanted);
        const [{ body } = {}] = found.sort((a, b) => b.opened - a.opened);
        return body && { ...body, events: await this.all("events", body.key) };
    }

    keepWish(wish) {
        return this.change(["wishes"], (wishes) => wishes.put(wish), STRICT);
    }

    wishes() {
        return this.all("wishes");
    }

    dropWish(key) {
        return this.change(["wishes"], (wishes) => wishes.delete(key), STRICT);
    }

    async clean(time) {
        const unsent = [...(await this.unsaved()), ...(await this.wishes())];
        const busy = new Set(unsent.map(({ key }) => key));
        const old = outdated(await this.all("deliveries"), busy, time);
        for (const key of old) {
            const events = await this.all("events", key);
            await this.change(["deliveries", "events"], (deliveries, store) => {
                deliveries.delete(key);
                events.forEach(({ uuid }) => store.delete(uuid));
            });
        }
    }
}
