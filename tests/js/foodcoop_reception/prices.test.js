import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
    agreeing,
    bill,
    isLargeChange,
    sums,
    totalOf,
} from "../../../addons/foodcoop_reception/static/src/model/prices.js";
import { rows } from "../../../addons/foodcoop_reception/static/src/model/overview.js";
import { DELIVERY, open } from "./delivery.js";

const PRICES = [
    { price: 30, price_unit: "Case of 12", price_content: 12, tax: 0.055 },
    { price: 0.5, price_unit: "piece", price_content: 1, tax: 0.2 },
    { price: 2.5, price_unit: "piece", price_content: 1, tax: 0.055 },
];
let session;
const billed = () => bill(session.delivery.lines, rows(session));

beforeEach(() => {
    const lines = DELIVERY.lines.map((line, i) => ({ ...line, ...PRICES[i] }));
    session = open({ lines });
    for (const { product, ordered } of lines) {
        session.take(product);
        session.exactly(ordered);
    }
});

test("what was counted costs so much, without and with taxes", () => {
    assert.deepEqual(
        billed().map(({ product, amount }) => [product, amount]),
        [
            [1, 60],
            [3, 20],
            [2, 0.5],
        ],
    );
    assert.deepEqual([sums(billed()).net, sums(billed()).gross], [80.5, 85]);
});

test("a total is right without taxes or with them, to half a percent", () => {
    assert.equal(agreeing(80.5, billed()), "net");
    assert.equal(agreeing(80.9, billed()), "net");
    assert.equal(agreeing(85, billed()), "gross");
    assert.equal(agreeing(82, billed()), null);
});

test("five cents a line are allowed where half a percent is less", () => {
    session.take(1);
    session.exactly(0);
    session.take(3);
    session.exactly(0);
    assert.equal(agreeing(0.65, billed()), "net");
    assert.equal(agreeing(0.8, billed()), null);
});

test("a note that charges what is missing says so", () => {
    session.take(1);
    session.exactly(12);
    assert.equal(agreeing(50.5, billed()), "net");
    assert.equal(agreeing(80.5, billed()), "as_ordered");
});

test("what is free is not charged, what is damaged is", () => {
    session.tell("free", 1, 12, {});
    session.tell("refuse", 3, 8, { reason: "damaged" });
    assert.equal(sums(billed()).net, 50.5);
});

test("a price of the note counts instead of the order's", () => {
    session.tell("price", 1, 0, { price: 33 });
    assert.equal(billed()[0].amount, 66);
    assert.equal(billed()[0].was, 30);
    session.undo();
    assert.equal(billed()[0].amount, 60);
});

test("a product on two lines is charged at the price of each", () => {
    const [oil] = session.delivery.lines;
    const dearer = { ...oil, line: 9, ordered: 12, price: 36 };
    const both = [oil, dearer].map((line) => ({ ...line, ordered: 12 }));
    const charged = bill(both, rows(session).slice(0, 1));
    assert.deepEqual(charged.map(({ amount }) => amount).sort(), [30, 36]);
});

test("more than a fifth is a large change", () => {
    assert.equal(isLargeChange(10, 12), false);
    assert.equal(isLargeChange(10, 12.01), true);
    assert.equal(isLargeChange(9.69, 96.9), true);
});

test("the last total counts", () => {
    session.tell("total", null, 0, { price: 80 });
    session.tell("total", null, 0, { price: 81 });
    assert.equal(totalOf(session.history()), 81);
    session.undo();
    assert.equal(totalOf(session.history()), 80);
});
