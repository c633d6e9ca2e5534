import assert from "node:assert/strict";
import { test } from "node:test";
import {
    codesByProduct,
    guesses,
} from "../../../addons/foodcoop_reception/static/src/model/guesses.js";

const MISSING = [
    { product: 1, name: "Huile d'olive", supplier_code: "BIO-0415", pack_size: 12 },
    { product: 2, name: "Riz complet", supplier_code: "8802" },
    { product: 3, name: "Miel", supplier_code: "" },
    { product: 4, name: "Carottes", supplier_code: "" },
    { product: 5, name: "Sel", supplier_code: "77" },
];
const CODES = codesByProduct({
    codes: {
        "04006381333931": [1, 1],
        "09520000000035": [2, 1],
        "09520000000042": [3, 1],
        "09526543210122": [5, 1],
    },
});

function told(code) {
    return guesses(code, MISSING, CODES).map(({ row, reason }) => [
        row.product,
        reason,
    ]);
}

test("the supplier's own number is the best sign", () => {
    assert.deepEqual(told("bio-0415")[0], [1, "supplier_code"]);
    assert.deepEqual(told("0008802")[0], [2, "supplier_code"]);
    assert.deepEqual(told("REF8802A")[0], [2, "supplier_code_within"]);
});

test("a short number within another says nothing", () => {
    assert.ok(!told("A77B12").some(([product]) => product === 5));
});

test("a case's number is made of the piece's", () => {
    const [first] = guesses("14006381333938", MISSING, CODES);
    assert.equal(first.reason, "case");
    assert.equal(first.content, 12);
});

test("a piece's number is found from that of its case", () => {
    const codes = codesByProduct({ codes: { 14006381333938: [1, 12] } });
    const [first] = guesses("4006381333931", MISSING, codes);
    assert.deepEqual([first.reason, first.content], ["piece", 1]);
});

test("one digit apart is near, with another check digit or a misread one", () => {
    assert.deepEqual(told("4006381333948")[0], [1, "near"]);
    assert.deepEqual(told("4006381333932")[0], [1, "near"]);
});

test("of one maker the nearest number comes first", () => {
    assert.deepEqual(told("9520000000998").slice(0, 2), [
        [2, "same_maker"],
        [3, "same_maker"],
    ]);
});

test("what has no code yet may be it", () => {
    assert.deepEqual(told("https://example.com"), [[4, "no_code"]]);
});

test("the last ones that are missing are all named", () => {
    const last = guesses("????????", MISSING.slice(0, 2), CODES);
    assert.equal(last.length, 2);
});

test("three at most, and none when nothing is missing", () => {
    assert.ok(told("9520000000998").length <= 3);
    assert.deepEqual(guesses("9520000000998", [], CODES), []);
});
