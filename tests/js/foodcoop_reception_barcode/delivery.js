import { Session } from "../../../addons/foodcoop_reception/static/src/model/session.js";
import "../../../addons/foodcoop_reception_barcode/static/src/finding.js";

export const CHEESE = 3;

/** Olive oil and cheese by weight, opened on 21 November 2026. */
export function open() {
    let clock = 0;
    return new Session(
        {
            lines: [
                { line: 1, product: 1, name: "Huile d'olive", ordered: 12, unit: "" },
                { line: 3, product: CHEESE, name: "Comté", ordered: 7.5, unit: "kg" },
            ],
            codes: {
                "09520000000011": [1, 1],
                "09520000000028": [1, 6],
                "02112345000008": [CHEESE, 1],
                "02312345000002": [CHEESE, 1],
                "SACK-7": [1, 1],
            },
            labels: {
                rules: [
                    { pattern: "21IIIIINNDDDC", kind: "weight", currency: "" },
                    { pattern: "23IIIIINNNDDC", kind: "price", currency: "EUR" },
                ],
                weighed: { [CHEESE]: [1, 20] },
            },
            products: {},
            events: [],
        },
        () => `uuid-${++clock}`,
        () => `2026-11-21T07:00:${String(clock).padStart(2, "0")}Z`,
    );
}
