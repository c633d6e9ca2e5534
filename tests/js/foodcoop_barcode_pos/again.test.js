import assert from "node:assert/strict";
import { test } from "node:test";
import {
    codesToAsk,
    findAgain,
    labelIn,
    measureIn,
    readOnce,
    told,
    wayOf,
} from "../../../addons/foodcoop_barcode_pos/static/src/model/again.js";
import { measuresOf } from "../../../addons/foodcoop_scan/static/src/model/measure.js";
import { sentence } from "../../../addons/foodcoop_scan/static/src/model/topic.js";

const RULES = measuresOf([
    { pattern: "21IIIIINNDDDC", kind: "weight" },
    { pattern: "23IIIIINNNDDC", kind: "price" },
]);
const PIECE = { uomId: 1, ownUomId: 1, factor: 1, perKg: null, unitPrice: 3 };
const TILL = [
    { ...PIECE, barcode: "3017620422003", productId: 7, name: "Spread" },
    { ...PIECE, barcode: "036000291452", productId: 8, name: "Tissues" },
    { ...PIECE, barcode: "0042000062008", productId: 9, name: "Paper" },
    { ...PIECE, barcode: "13017620422000", productId: 7, uomId: 3, factor: 6 },
    { ...PIECE, barcode: "9521234543213", productId: 10, perKg: 1, name: "Fish" },
    { ...PIECE, barcode: "2112345000008", productId: 11, perKg: 1, name: "Carrots" },
];

const scan = (raw) => findAgain(readOnce(raw, RULES), TILL);

test("every spelling sells the product under the code it has here", () => {
    for (const [raw, productId, barcode] of [
        ["]E03017620422003", 7, "3017620422003"],
        ["03017620422003", 7, "3017620422003"],
        ["3017620422003\u00a0", 7, "3017620422003"],
        ["30176204220033017620422003", 7, "3017620422003"],
        ["0036000291452", 8, "036000291452"],
        ["042000062008", 9, "0042000062008"],
        ["]E013017620422000", 7, "13017620422000"],
    ]) {
        const found = scan(raw);
        assert.equal(wayOf(found), "sell", raw);
        assert.deepEqual([found.productId, found.barcode], [productId, barcode], raw);
        assert.equal(found.quantity, 1, raw);
    }
});

test("a guess is asked about, never sold", () => {
    for (const raw of ["36000291452", '"à&è-éà\'ééàà"', "3017620422003,00"]) {
        assert.equal(wayOf(scan(raw)), "ask", raw);
    }
});

test("what no product has, what is damaged, what is no product is refused", () => {
    for (const [raw, reason] of [
        ["8715700110622", "unknown"],
        ["3017620422004", "check_digit"],
        ["30176204220033017620422004", "too_many_digits"],
        ["9811234021508", "not_a_product"],
        ["https://example.org/3017620422003", "not_digits"],
        ["23017620422007", "case_of"],
    ]) {
        const found = scan(raw);
        assert.deepEqual([wayOf(found), found.reason], ["refuse", reason], raw);
    }
});

test("one code on two products is nobody's", () => {
    const twin = { ...PIECE, barcode: "0036000291452", productId: 12, name: "Twin" };
    const found = findAgain(readOnce("]E0036000291452", RULES), [...TILL, twin]);
    assert.deepEqual([wayOf(found), found.reason], ["refuse", "several_products"]);
});

test("a framed or doubled label is the label; a guessed one is none yet", () => {
    const label = "2112345012346";
    for (const raw of [`]E0${label}`, `${label}${label}`, `${label}\r`]) {
        assert.equal(labelIn(readOnce(raw, RULES)), label, raw);
    }
    const typed = [...label].map((digit) => "à&é\"'(-è_ç"[digit]).join("");
    assert.equal(labelIn(readOnce(typed, RULES)), "");
    assert.equal(wayOf(scan(typed)), "ask");
    assert.equal(labelIn(readOnce("3017620422003", RULES)), "");
});

test("the shop is asked for every way to write a code, and for nothing else", () => {
    const asked = (raw) => codesToAsk(readOnce(raw, RULES));
    assert.deepEqual(asked("]E0036000291452"), [
        "036000291452",
        "0036000291452",
        "00036000291452",
    ]);
    assert.deepEqual(asked("hello"), []);
    assert.deepEqual(asked("4006381333930"), ["4006381333930", "04006381333930"]);
});

test("a GS1-128 brings its weight or price", () => {
    const fish = scan("]C1010952123454321331030012341726123110L7");
    assert.equal(wayOf(fish), "sell");
    assert.deepEqual(measureIn(fish), {
        kind: "weight",
        value: 1.234,
        base: "9521234543213",
    });
    assert.equal(measureIn(scan("(01)09521234543213(3922)795")).value, 7.95);
    assert.equal(measureIn(scan("]E03017620422003")), null);
});

test("the shop's word replaces the till's, and a product elsewhere is told so", () => {
    const here = scan("8715700110622");
    const retired = { reason: "retired", name: "Bread", range_name: "Ours" };
    const { reason, name, rangeName } = told(here, retired);
    assert.deepEqual([reason, name, rangeName], ["retired", "Bread", "Ours"]);
    for (const known of ["found", "ask_measure", "confirm"]) {
        const elsewhere = told(here, { reason: known, name: "Soap", range_name: "" });
        assert.deepEqual([elsewhere.reason, wayOf(elsewhere)], ["not_here", "refuse"]);
    }
});

test("a sentence has its words as people here write them", () => {
    const templates = {
        unknown: "%(code)s?",
        coupon_worth: "worth %(value)s",
        check_digit: "%(expected)s, not as in %(input)s",
        case_of: "of %(product)s",
    };
    const say = (raw) => sentence(scan(raw), templates, ",");
    assert.equal(say("]E08715700110622"), "8715700110622?");
    assert.equal(say("9811234021508"), "worth 15,00 EUR");
    assert.equal(say("3017620422004"), "3, not as in 3017620422004");
    assert.equal(say("23017620422007"), "of Spread");
    assert.equal(say("2900000000001"), "2900000000001?");
});
