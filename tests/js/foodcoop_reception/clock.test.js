import assert from "node:assert/strict";
import { test } from "node:test";
import { Clock } from "../../../addons/foodcoop_reception/static/src/model/clock.js";

const DAY = 24 * 3600 * 1000;
const NOON = Date.parse("2026-11-21T12:00:00Z");

test("a clock that is right is left alone", () => {
    const clock = new Clock();
    clock.learn(NOON, NOON + 100, NOON + 300);
    assert.equal(clock.offset, 0);
});

test("a device a day behind tells the server's time after one answer", () => {
    const clock = new Clock();
    clock.learn(NOON, NOON - DAY, NOON - DAY + 200);
    const told = Date.parse(clock.now(NOON - DAY + 200));
    assert.ok(Math.abs(told - NOON) < 1500, String(told - NOON));
});

test("a device that is set right later goes back to its own time", () => {
    const clock = new Clock(DAY);
    clock.learn(NOON, NOON, NOON + 100);
    assert.ok(Math.abs(clock.offset) < 1500);
});

test("a slow answer says nothing exact and moves nothing", () => {
    const clock = new Clock();
    clock.learn(NOON + 4000, NOON, NOON + 20000);
    assert.equal(clock.offset, 0);
});

test("an answer without a time, a kept offset that is none", () => {
    const clock = new Clock(Number("nonsense"));
    clock.learn(Number.NaN, NOON, NOON);
    assert.equal(clock.now(NOON), "2026-11-21T12:00:00.000Z");
});

test("two events never have the same time, also when the clock is set back", () => {
    const clock = new Clock();
    const times = [NOON, NOON, NOON - DAY].map((local) => clock.now(local));
    assert.deepEqual(times, [...new Set(times)].sort());
});
