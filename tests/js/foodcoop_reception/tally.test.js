import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { scanKey } from "../../../addons/foodcoop_reception/static/src/model/code.js";
import {
    add,
    fold,
} from "../../../addons/foodcoop_reception/static/src/model/tally.js";

const cases = JSON.parse(
    readFileSync(new URL("../../unit/foodcoop_reception/cases.json", import.meta.url)),
);

for (const [raw, key] of cases.codes) {
    test(`${JSON.stringify(raw)} has the key ${JSON.stringify(key)}`, () => {
        assert.equal(scanKey(raw), key);
    });
}

for (const { title, events, counts } of cases.folds) {
    test(title, () => {
        const whole = events.map((event) => ({ kind: "count", code: "", ...event }));
        assert.deepEqual(Object.fromEntries(fold(whole)), counts);
    });
}

test("ten times a tenth of a kilo is a kilo", () => {
    let sum = 0;
    for (let i = 0; i < 10; i++) {
        sum = add(sum, 0.1);
    }
    assert.equal(sum, 1);
});
