import assert from "node:assert/strict";
import { test } from "node:test";
import { free } from "../../../addons/foodcoop_reception/static/src/model/facts.js";
import {
    alike,
    checks,
    confirmAll,
} from "../../../addons/foodcoop_reception/static/src/model/finish.js";
import { rows } from "../../../addons/foodcoop_reception/static/src/model/overview.js";
import { OIL, open } from "./delivery.js";

const asked = (session) => checks(session, rows(session)).filter(({ by }) => !by);

function count(session, product, quantity) {
    session.take(product);
    session.exactly(quantity);
}

test("what nobody counted and what was counted are said apart", () => {
    const session = open();
    const told = () => alike(asked(session)).map(({ kind }) => kind);
    session.scan(OIL);
    count(session, 1, 30);
    assert.deepEqual(told(), ["open", "open"]);
    confirmAll(session, alike(asked(session)));
    assert.deepEqual(told(), []); // one is left: its own buttons say it
    count(session, 3, 9);
    assert.deepEqual(told(), ["over", "over"]);
});

test("one more that is free is told already, and asked no more", () => {
    const session = open();
    const gaps = () => asked(session).map(({ row, gap }) => [row.product, gap]);
    [25, 1, 8].forEach((quantity, i) => count(session, i + 1, quantity));
    session.take(1);
    free(session, 1);
    assert.deepEqual(gaps(), []);
    count(session, 1, 27);
    assert.deepEqual(gaps(), [[1, 2]]);
});
