import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { finding } from "../../../addons/foodcoop_reception/static/src/model/code.js";
import { Session } from "../../../addons/foodcoop_reception/static/src/model/session.js";
import "../../../addons/foodcoop_reception_barcode/static/src/finding.js";

const CHEESE = 3;
const LABEL = "2112345012346"; // 1.234 kg
const OTHER_LABEL = "2112345005003"; // 0.500 kg
const BASE = "2112345000008";

let session;
let clock;

beforeEach(() => {
    clock = 0;
    session = new Session(
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
});

test("a weight label counts its weight, not what was ordered", () => {
    session.scan(LABEL);
    assert.equal(session.count(CHEESE), 1.234);
    session.scan(OTHER_LABEL);
    assert.equal(session.count(CHEESE), 1.734);
});

test("a price label counts the weight that its price pays for", () => {
    session.scan("2312345002655");
    assert.equal(session.count(CHEESE), 0.133);
});

test("a label after a touch replaces what was proposed", () => {
    session.choose(CHEESE);
    session.scan(LABEL);
    assert.equal(session.count(CHEESE), 1.234);
});

test("a label without a weight shows the product and leaves the weight to a person", () => {
    session.scan(BASE);
    assert.equal(session.active, CHEESE);
    session.set(3.2);
    session.scan(BASE);
    assert.equal(session.count(CHEESE), 3.2);
});

test("a GS1-128 and a case find their product", () => {
    session.scan("]C101095200000000111728010110L7");
    assert.equal(session.active, 1);
    assert.equal(session.count(1), 12);
    session.scan("9520000000028");
    session.scan("9520000000028");
    assert.equal(session.count(1), 13);
});

test("a code of letters is found whatever its case", () => {
    session.scan("sack-7");
    assert.equal(session.active, 1);
});

test("a misprint is unknown, never corrected", () => {
    assert.equal(session.scan("9520000000012").reason, "unknown_code");
    assert.equal(session.count(1), undefined);
});

test("the finder is the one of this addon", () => {
    assert.equal(finding.find(session.delivery, LABEL).measured, true);
});
