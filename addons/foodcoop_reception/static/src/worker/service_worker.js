/**
 * Keeps the terminal's page, so that a reload or a restart without network shows it.
 *
 * One page is kept, with its parts: the one that the server gave last. A newer one takes
 * its place when all of its parts are here. Scans are not its business: they lie in
 * IndexedDB, under no version.
 */

const KEPT = "foodcoop_reception";
const PAGE = "/reception";
/** On a bad Wi-Fi the kept page comes after this many milliseconds. */
const PATIENCE = 4000;

/** What the page is made of: addresses on this server in its head. */
function partsOf(html) {
    const found = html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="(\/[^"]+)"/g);
    return [...found].map(([, address]) => address.replaceAll("&amp;", "&"));
}

async function keep(response) {
    const copy = response.clone();
    const parts = partsOf(await response.text());
    const cache = await caches.open(KEPT);
    const missing = [];
    for (const part of parts) {
        if (!(await cache.match(part))) {
            missing.push(part);
        }
    }
    await cache.addAll(missing);
    await cache.put(PAGE, copy);
    for (const { url } of await cache.keys()) {
        const { pathname, search } = new URL(url);
        if (![PAGE, ...parts].includes(pathname + search)) {
            await cache.delete(url);
        }
    }
}

/** Signed out, or another account without the role: nothing is shown any more. */
async function drop() {
    const cache = await caches.open(KEPT);
    await cache.delete(PAGE);
}

/** What a fresh answer says about the page that is kept. */
async function judge(response) {
    const redirected = response.redirected || response.type === "opaqueredirect";
    if (response.ok && !redirected) {
        await keep(response.clone());
    } else if (redirected || response.status < 500) {
        await drop();
    }
}

function wait(milliseconds) {
    return new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
    });
}

async function showPage(event, fresh) {
    const first = await Promise.race([fresh.catch(() => null), wait(PATIENCE)]);
    if (first && first.status < 500) {
        return first;
    }
    return (await caches.match(PAGE)) ?? fresh;
}

async function showPart(request) {
    return (await caches.match(request)) ?? fetch(request);
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** The page asks for itself to be kept: it came before its worker did. */
self.addEventListener("message", (event) => {
    event.waitUntil(fetch(PAGE).then(judge, () => {}));
});

self.addEventListener("fetch", (event) => {
    const { method, mode, url } = event.request;
    const { origin, pathname } = new URL(url);
    if (method !== "GET" || origin !== location.origin) {
        return;
    }
    if (mode !== "navigate") {
        event.respondWith(showPart(event.request));
    } else if (pathname === PAGE) {
        const fresh = fetch(event.request);
        // A copy: what the browser shows can be read once only.
        const copy = fresh.then((response) => response.clone());
        event.waitUntil(copy.then(judge).catch(() => {}));
        event.respondWith(showPage(event, fresh));
    }
});
