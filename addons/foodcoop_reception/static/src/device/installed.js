/** The page as the browser keeps it: whose it is, and whether it is kept at all. */

const WORKER = "/reception/service_worker.js";
const OWNER = /(?:^|; )foodcoop_reception=(\d+)/;

/**
 * Whether the account that this page was made for is still signed in. The server takes
 * the cookie away at sign-out; a kept page that is shown without network looks at it.
 */
export function isOurs(account) {
    return OWNER.exec(document.cookie)?.[1] === String(account);
}

/** @returns {Promise<boolean>} whether a reload without network shows this page again */
export async function install() {
    const { serviceWorker } = navigator; // browsers have it on HTTPS and localhost only
    if (!serviceWorker) {
        return false;
    }
    try {
        await serviceWorker.register(WORKER, { scope: "/reception" });
        const { active } = await serviceWorker.ready;
        active.postMessage("keep");
        return true;
    } catch {
        return false;
    }
}
