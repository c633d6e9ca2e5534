import assert from "node:assert/strict";
import { test } from "node:test";
import { explain } from "../../../addons/foodcoop_barcode/static/src/model/explain.js";
import { measuresOf } from "../../../addons/foodcoop_barcode/static/src/model/measure.js";
import {
    decide,
    storedKey,
} from "../../../addons/foodcoop_barcode/static/src/model/resolve.js";

const RULES = measuresOf([
    { pattern: "21IIIIINNDDDC", kind: "weight" },
    { pattern: "23IIIIINNNDDC", kind: "price" },
]);
const OIL = { barcode: "3017620422003", productId: 7, uomId: 1, ownUomId: 1 };
const CHEESE = {
    barcode: "2112345000008",
    productId: 8,
    uomId: 2,
    ownUomId: 2,
    perKg: 1,
    unitPrice: 12.5,
};

function resolved(raw, ...bearers) {
    const bearing = (key) => bearers.filter((one) => storedKey(one.barcode) === key);
    return decide(explain(raw, RULES), bearing);
}

test("every spelling finds the product", () => {
    for (const raw of ["3017620422003", "03017620422003", "]E03017620422003\r"]) {
        assert.equal(resolved(raw, OIL).productId, 7);
    }
});

test("a weight label weighs, its base asks", () => {
    assert.equal(resolved("2112345012346", CHEESE).quantity, 1.234);
    assert.equal(resolved("2112345000008", CHEESE).reason, "ask_measure");
});

test("a price label is charged as it stands", () => {
    const found = resolved("2312345002655", { ...CHEESE, barcode: "2312345000002" });
    assert.deepEqual([found.price, found.quantity], [2.65, 0.212]);
});

test("a case only suggests what is inside", () => {
    const found = resolved("13017620422000", OIL);
    assert.deepEqual([found.reason, found.quantity], ["case_of", 0]);
});

test("an archived product is named but not counted", () => {
    const found = resolved("3017620422003", { ...OIL, active: false });
    assert.deepEqual([found.reason, found.quantity], ["archived", 0]);
});
