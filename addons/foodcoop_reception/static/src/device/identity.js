/** Names that a terminal gives: its own, and one to each event. */

/** crypto.randomUUID needs a secure page; a shop's terminal may be on plain HTTP. */
export function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

export function deviceName() {
    let name = localStorage.getItem("foodcoop_device");
    if (!name) {
        name = newId().slice(0, 8);
        localStorage.setItem("foodcoop_device", name);
    }
    return name;
}

let last = 0;

/** The time of an event; two events never have the same. */
export function now() {
    last = Math.max(Date.now(), last + 1);
    return new Date(last).toISOString();
}
