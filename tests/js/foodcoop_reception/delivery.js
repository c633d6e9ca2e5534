import { Session } from "../../../addons/foodcoop_reception/static/src/model/session.js";

export const OIL = "9520000000011";
export const OIL_CASE = "9520000000028";
export const OIL_TRAY = "9520000000059";
export const SALT = "9520000000066";
export const HONEY = "9520000000042";
export const NEW = "9529999999998";

export const DELIVERY = {
    order: "P00042",
    lines: [
        {
            line: 1,
            product: 1,
            name: "Huile d'olive",
            ordered: 24,
            pack: "Case of 12",
            packs: 2,
            pack_size: 12,
        },
        { line: 2, product: 2, name: "Sel", ordered: 1 },
        { line: 3, product: 3, name: "Beurre", ordered: 8, cold: true },
    ],
    packs: {
        1: [
            ["Case of 12", 12],
            ["Tray of 6", 6],
        ],
        2: [["Case of 24", 24]],
        3: [],
    },
    codes: {
        "09520000000011": [1, 1],
        "09520000000028": [1, 12],
        "09520000000059": [1, 6],
        "09520000000066": [2, 24],
        "09520000000042": [9, 1],
    },
    products: { 9: "Miel" },
    elsewhere: {},
    events: [],
};

let clock = 0;

/** Anne opens the delivery. */
export function open(told = {}) {
    clock = 0;
    return new Session(
        { ...DELIVERY, ...told },
        () => `uuid-${++clock}`,
        () => `2026-11-21T07:00:${String(clock).padStart(2, "0")}Z`,
        "Anne",
    );
}

/** As it comes from the server, of another terminal. */
export const TODAY = "2026-11-21";

export function byKarim(product, quantity, told = {}) {
    const at = `2026-11-21T07:00:${String(++clock).padStart(2, "0")}Z`;
    const event = { uuid: `karim-${clock}`, kind: "count", code: "", reverses: null };
    return { ...event, product, quantity, at, person: "Karim", ...told };
}

/** Presses keys with a gap of milliseconds; answers the last key's answer. */
export function press(reader, presses, gap = 8, time = 10_000) {
    let answer = null;
    for (const [i, one] of presses.entries()) {
        answer = reader.press(one, time + i * gap);
    }
    return answer;
}
