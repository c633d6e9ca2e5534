import assert from "node:assert/strict";
import { test } from "node:test";
import {
    isSellable,
    quantityFor,
    readNumber,
    round,
    unitPriceFor,
    verdict,
    withCode,
} from "../../../addons/foodcoop_barcode_pos/static/src/model/sale.js";

const GRAM = 0.001;
const SALES = 200_000;

/** The same numbers at every run: a failure can be looked at again. */
function* prices(count, seed = 19) {
    let state = seed;
    const next = (from, to) => {
        state = (state * 48271) % 2147483647;
        return from + (state % (to - from + 1));
    };
    for (let i = 0; i < count; i++) {
        yield { price: next(1, 99_999) / 100, kilo: next(50, 5_000) / 100 };
    }
}

/** As Odoo rounds to the cent, and where the tax is in the price. */
const cents = (amount) => Math.round(Number((amount * 100).toPrecision(12)));
const included = (quantity) => (unitPrice) => cents(unitPrice * quantity) / 100;

/** Where the tax is added: the net amount and the tax are each rounded. */
const added = (quantity, rate) => (unitPrice) => {
    const net = unitPrice * quantity;
    return (cents(net) + cents(net * rate)) / 100;
};

test("a price label comes to its own price, to the cent", () => {
    for (const { price, kilo } of prices(SALES)) {
        const quantity = quantityFor(price, kilo, GRAM);
        const unitPrice = unitPriceFor(price, quantity, included(quantity));
        assert.equal(cents(quantity * unitPrice), cents(price), `${price} at ${kilo}`);
    }
});

test("the stock falls by the label's weight, to half a gram, and by a gram at least", () => {
    for (const { price, kilo } of prices(SALES)) {
        const quantity = quantityFor(price, kilo, GRAM);
        const weight = Math.max(price / kilo, GRAM);
        assert.ok(
            Math.abs(quantity - weight) <= GRAM / 2 + 1e-9,
            `${price} at ${kilo}`,
        );
        assert.equal(quantity, Number(quantity.toFixed(3)));
    }
});

test("the total is exact where the tax is added to the price as well", () => {
    for (const { price, kilo } of prices(20_000)) {
        for (const rate of [0.055, 0.1, 0.2]) {
            const quantity = quantityFor(price, kilo * (1 + rate), GRAM);
            const totalOf = added(quantity, rate);
            const unitPrice = unitPriceFor(price, quantity, totalOf);
            assert.equal(cents(totalOf(unitPrice)), cents(price), `${price} ${rate}`);
        }
    }
});

test("two decimals of quantity change the weight, never the total", () => {
    const quantity = quantityFor(2.65, 11.8, 0.01);
    assert.equal(quantity, 0.22);
    assert.equal(
        cents(quantity * unitPriceFor(2.65, quantity, included(quantity))),
        265,
    );
});

test("half a gram goes up", () => {
    assert.equal(round(1.0005, GRAM), 1.001);
    assert.equal(round(0.0004, GRAM), 0);
    assert.equal(round(1.234, 0.01), 1.23);
});

test("what a person types is read with a comma or a point, or not at all", () => {
    assert.equal(readNumber("0,350"), 0.35);
    assert.equal(readNumber(" 1.2 "), 1.2);
    assert.equal(readNumber("7"), 7);
    for (const text of ["", "-0", "-1", "1,2,3", "1e3", "abc", ",5", undefined, null]) {
        assert.ok(Number.isNaN(readNumber(text)), String(text));
    }
});

test("a weight is sold when it is something and the scale could show it", () => {
    assert.ok(isSellable(0.001, 99.999));
    assert.ok(isSellable(99.999, 99.999));
    for (const value of [0, NaN, 100, 2000000000015]) {
        assert.ok(!isSellable(value, 99.999), String(value));
    }
});

test("a label whose own control digit is wrong is sold as nothing", () => {
    const weighed = { isKnown: true, isWeighed: true };
    for (const kind of ["price", "weight"]) {
        assert.equal(verdict({ kind, verifierOk: false }, weighed), "damaged");
        assert.equal(verdict({ kind, verifierOk: true }, weighed), kind);
        assert.equal(verdict({ kind, verifierOk: null }, weighed), kind);
    }
});

test("a label is sold by what it says, where the product can be sold so", () => {
    const [price, weight] = ["price", "weight"].map((kind) => ({ kind }));
    const soap = { isKnown: true, isWeighed: false };
    assert.equal(verdict(price, soap), "price");
    assert.equal(verdict(weight, soap), "piece");
    assert.equal(verdict(price, { isKnown: false, isWeighed: false }), "unknown");
});

test("a line keeps each of its codes once", () => {
    assert.equal(withCode(undefined, "2000000000015"), "2000000000015");
    assert.equal(withCode("a", "b"), "a b");
    assert.equal(withCode("a b", "a"), "a b");
    assert.equal(withCode("a", ""), "a");
    assert.equal(withCode(false, undefined), "");
});
