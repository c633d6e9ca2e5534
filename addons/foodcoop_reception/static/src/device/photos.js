import { ask, Refusal } from "./server.js";

/** Photos: made small on this device, kept in it, and sent when there is network. */

const LONGEST = 1600; // pixels of the longer side
const QUALITY = 0.8;
const NAME = "foodcoop_reception_photos";
const AGAIN = 5000; // milliseconds; twice as long after each failure, up to:
const LATEST = 120_000;

/**
 * A JPEG of at most 1600 pixels. The browser decodes it beside the page, at its final
 * size where it can: a picture of 40 MB stops nobody's count.
 * @param {Blob} file as the camera gave it
 * @throws when it is no picture that this browser reads
 */
export async function shrink(file) {
    const { width, height } = await sizeOf(file);
    const scale = Math.min(1, LONGEST / Math.max(width, height));
    const size = {
        resizeWidth: Math.max(1, Math.round(width * scale)),
        resizeHeight: Math.max(1, Math.round(height * scale)),
    };
    const bitmap = await createImageBitmap(file, { ...size, resizeQuality: "medium" });
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    bitmap.close();
    return new Promise((resolve, reject) => {
        const done = (blob) => (blob ? resolve(blob) : reject(new Error("no picture")));
        canvas.toBlob(done, "image/jpeg", QUALITY);
    });
}

/** As it is looked at: a camera that was turned says so in the file. */
function sizeOf(file) {
    const url = URL.createObjectURL(file);
    const image = new Image();
    return new Promise((resolve, reject) => {
        image.onload = () =>
            resolve({ width: image.naturalWidth, height: image.naturalHeight });
        image.onerror = () => reject(new Error("no picture"));
        image.src = url;
    }).finally(() => URL.revokeObjectURL(url));
}

function asPromise(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

async function asBase64(blob) {
    const reader = new FileReader();
    await new Promise((resolve, reject) => {
        Object.assign(reader, { onload: resolve, onerror: reject });
        reader.readAsDataURL(blob);
    });
    return reader.result.split(",")[1];
}

/** The photos of this device that the server does not have yet. */
export class PhotoBox {
    wait = AGAIN;
    sending = null;
    /** Where the browser keeps nothing: until the page is left. */
    held = new Map();

    async store(mode) {
        this.opening ??= this.open();
        const db = await this.opening;
        return db.transaction("photos", mode).objectStore("photos");
    }

    open() {
        const request = indexedDB.open(NAME, 1);
        request.onupgradeneeded = () =>
            request.result.createObjectStore("photos", { keyPath: "uuid" });
        return asPromise(request);
    }

    /**
     * Of an event; it goes to the server in the background.
     * @param {{reception: number, key: string}} delivery
     * @param {string} uuid
     * @param {Blob} blob
     */
    async keep({ reception, key }, uuid, blob) {
        const photo = { uuid, reception, key, blob };
        try {
            await asPromise((await this.store("readwrite")).put(photo));
        } catch {
            this.held.set(uuid, photo);
        }
        this.wait = AGAIN;
        this.send();
    }

    async waiting() {
        const held = [...this.held.values()];
        try {
            return [
                ...(await asPromise((await this.store("readonly")).getAll())),
                ...held,
            ];
        } catch {
            return held;
        }
    }

    async forget(uuid) {
        if (!this.held.delete(uuid)) {
            await asPromise((await this.store("readwrite")).delete(uuid));
        }
    }

    /** Sends all; what the server does not take now is sent again later. */
    send() {
        clearTimeout(this.timer);
        this.sending ??= this.sendAll()
            .catch(() => true) // no store, or no network
            .then((isLeft) => {
                this.sending = null;
                if (isLeft) {
                    this.timer = setTimeout(() => this.send(), this.wait);
                    this.wait = Math.min(LATEST, this.wait * 2);
                }
            });
        return this.sending;
    }

    async sendAll() {
        let isLeft = false;
        for (const photo of await this.waiting()) {
            if (await this.sendOne(photo)) {
                await this.forget(photo.uuid);
            } else {
                isLeft = true;
            }
        }
        return isLeft;
    }

    /** @returns {Promise<boolean>} whether it need not be sent again */
    async sendOne({ reception, key, uuid, blob }) {
        const picture = await asBase64(blob);
        try {
            const answer = await ask("photo", { reception, key, uuid, picture });
            return answer.kept || answer.refused;
        } catch (error) {
            if (error instanceof Refusal) {
                return false; // signed out, perhaps: the others are tried all the same
            }
            throw error;
        }
    }
}

export const photos = new PhotoBox();

// What is left of an earlier count goes on its way.
photos.send();
addEventListener("online", () => photos.send());
