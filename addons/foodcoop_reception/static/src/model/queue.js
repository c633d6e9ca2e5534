/** What a terminal still has to tell the server, and when: pure decisions. */

const BATCH = 200;
const SOON = 2000;
const LATE = 30000;

/** Deliveries are kept under the server's number and the moment of their beginning. */
export function receptionOf(key) {
    return Number(key.split(" ")[0]);
}

/** Milliseconds until the next try after so many that failed. */
export function pause(failures) {
    return Math.min(SOON * 2 ** failures, LATE);
}

/**
 * One parcel a delivery: its scans in the order in which they were made, at most as many
 * as one call may carry, and the wish to close it, which travels after the last of them.
 *
 * @param {object[]} scans unsent, each with the `key` of its delivery
 * @param {object[]} wishes to close; those that were answered stay here
 */
export function parcels(scans, wishes) {
    const byKey = new Map();
    const parcel = (key) => {
        byKey.set(key, byKey.get(key) ?? { key, scans: [], wish: null, more: false });
        return byKey.get(key);
    };
    for (const scan of scans) {
        parcel(scan.key).scans.push(scan);
    }
    for (const wish of wishes.filter(({ answer }) => !answer)) {
        parcel(wish.key).wish = wish;
    }
    return [...byKey.values()].map(cut);
}

function cut({ key, scans, wish }) {
    const more = scans.length > BATCH;
    const sorted = scans.toSorted((a, b) => (a.at < b.at ? -1 : 1));
    return { key, scans: sorted.slice(0, BATCH), wish: more ? null : wish, more };
}

/** What may be thrown away: long closed or long untouched, with nothing left to send. */
export function outdated(deliveries, busy, time) {
    const DAY = 24 * 3600 * 1000;
    return deliveries
        .filter(({ key }) => !busy.has(key))
        .filter(({ opened, closed }) => time - opened > (closed ? 2 : 30) * DAY)
        .map(({ key }) => key);
}
