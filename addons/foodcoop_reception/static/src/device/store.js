/** Scans kept in the browser, before any tone says that they are. */

const NAME = "foodcoop_reception";
const VERSION = 1;

function asPromise(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

/** Resolves when the transaction is on the disk, not only in the browser's memory. */
function written(transaction) {
    return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
}

export class ScanStore {
    static async open() {
        const request = indexedDB.open(NAME, VERSION);
        request.onupgradeneeded = () => {
            const scans = request.result.createObjectStore("scans", {
                keyPath: "uuid",
            });
            scans.createIndex("key", "key");
        };
        const store = new ScanStore();
        store.db = await asPromise(request);
        return store;
    }

    /** @param {object[]} scans each with the `key` of its delivery */
    async keep(scans) {
        const transaction = this.db.transaction("scans", "readwrite", {
            durability: "strict",
        });
        for (const scan of scans) {
            transaction.objectStore("scans").put(scan);
        }
        await written(transaction);
    }

    /** Scans of a delivery that the server has not confirmed, oldest first. */
    async unsaved(key) {
        const index = this.db.transaction("scans").objectStore("scans").index("key");
        const scans = await asPromise(index.getAll(key));
        return scans.sort((a, b) => (a.at < b.at ? -1 : 1));
    }

    /** The server has them: it is the better keeper. */
    async forget(uuids) {
        const transaction = this.db.transaction("scans", "readwrite");
        for (const uuid of uuids) {
            transaction.objectStore("scans").delete(uuid);
        }
        await written(transaction);
    }
}
