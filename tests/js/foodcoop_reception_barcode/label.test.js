import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { dated } from "../../../addons/foodcoop_reception/static/src/model/facts.js";
import { activeRow } from "../../../addons/foodcoop_reception/static/src/model/overview.js";
import { CHEESE, open } from "./delivery.js";

let session;

beforeEach(() => {
    session = open();
});

/** A label of olive oil as a scanner sends it; a shop reads it on 21 November 2026. */
const oil = (told) => `]C10109520000000011${told}`;
const LATER = "17280930";
const PAST = "15261120";
const told = (events) =>
    events.map(({ kind, quantity, lot, expiry }) => [kind, quantity, lot, expiry]);

describe("lot and date of a GS1-128", () => {
    test("go with what is proposed, and are shown", () => {
        const { events, tone } = session.scan(oil(`${LATER}10L7`));
        assert.deepEqual(told(events), [["propose", 12, "L7", "2028-09-30"]]);
        assert.equal(tone, "accept");
        const { facts } = activeRow(session);
        assert.deepEqual([facts.lots, facts.expiry], [["L7"], "2028-09-30"]);
    });

    test("of two dates the earlier one, and of a case and a DataMatrix too", () => {
        const [case6] = session.scan("]d201095200000000281728010115271231").events;
        assert.deepEqual([case6.quantity, case6.expiry], [6, "2027-12-31"]);
        assert.equal("lot" in case6, false);
    });

    test("stay with the scan they came in, also when the proposal gives way", () => {
        session.scan(oil(`${LATER}10A`));
        const { events } = session.scan(oil(`${LATER}10B`));
        assert.deepEqual(told(events.slice(1)), [
            ["count", 1, "A", "2028-09-30"],
            ["count", 1, "B", "2028-09-30"],
        ]);
        session.scan(oil(`${LATER}10B`));
        assert.equal(session.count(1), 3);
        session.undo();
        session.undo();
        session.undo();
        assert.equal(session.count(1), 12);
        assert.deepEqual(activeRow(session).facts.lots, ["A"]);
    });

    test("of one and the same lot are one count", () => {
        session.scan(oil("10A"));
        const { events } = session.scan(oil("10A"));
        assert.deepEqual(told(events.slice(1)), [["count", 2, "A", undefined]]);
    });

    test("are not lost when another's proposal takes the place of this one", () => {
        session.scan(oil("10A"));
        session.set(5);
        session.person = "Karim";
        session.choose(CHEESE);
        assert.deepEqual(told(session.scan(oil("10B")).events.slice(1)), [
            ["set", 12, "A", undefined],
            ["propose", 7, "B", undefined],
        ]);
    });

    test("come with a code that nobody knew, once somebody names it", () => {
        const unknown = (lot) => session.scan(`]C10109520000000042${LATER}10${lot}`);
        const [scan] = unknown("A").events;
        assert.deepEqual([scan.kind, scan.code], ["unknown", "9520000000042"]);
        session.link(scan.code, 1, 1);
        assert.equal(session.count(1), 12);
        const { facts } = activeRow(session);
        assert.deepEqual([facts.lots, facts.expiry], [["A"], "2028-09-30"]);
        assert.deepEqual(told(unknown("B").events).at(-1).slice(2), [
            "B",
            "2028-09-30",
        ]);
        assert.deepEqual(activeRow(session).facts.lots, ["A", "B"]);
    });

    test("come with a weight", () => {
        const { events } = session.scan("]C10102112345000008310300123410W3");
        assert.deepEqual(told(events), [["count", 1.234, "W3", undefined]]);
    });
});

describe("a label whose date is past", () => {
    test("counts and asks", () => {
        const answer = session.scan(oil(PAST));
        assert.deepEqual([answer.reason, answer.tone], ["proposed", "ask"]);
        assert.deepEqual(session.question.told, { expiry: "2026-11-20", kept: 12 });
        assert.equal(session.scan(oil(PAST)).tone, "ask");
        assert.equal(session.count(1), 2);
    });

    test("asks to refuse only what such labels counted and what is still kept", () => {
        session.scan(oil(LATER));
        session.scan(oil(LATER));
        session.scan(oil(PAST));
        assert.equal(session.question.told.kept, 1);
        session.settle(session.question.choices[0]);
        session.scan(oil(PAST));
        assert.equal(session.question.told.kept, 1);
    });

    test("asks for all where a person told such a date", () => {
        session.scan(oil(LATER));
        session.scan(oil(LATER));
        dated(session, 1, { expiry: "2026-11-19" }, "2026-11-21");
        session.scan(oil(PAST));
        assert.equal(session.question.told.kept, 3);
    });

    test("asks no more once it was accepted; another date does", () => {
        session.scan(oil(PAST));
        session.settle(session.question.choices[1]);
        assert.equal(session.scan(oil(PAST)).tone, "accept");
        assert.equal(session.scan(oil("15261119")).tone, "ask");
    });

    test("of goods that nobody ordered asks, too", () => {
        session.delivery.codes["09520000000042"] = [9, 1];
        session.delivery.elsewhere = { 9: { picking: 4, order: "P4" } };
        const answer = session.scan(`]C10109520000000042${PAST}`);
        assert.deepEqual([answer.tone, answer.reason], ["ask", "on_other_order"]);
        assert.equal(session.question.reason, "expired");
    });

    test("asks when somebody names what nobody knew", () => {
        session.scan(`]C10109520000000042${PAST}`);
        const answer = session.link("9520000000042", 1, 1);
        assert.deepEqual([answer.reason, answer.tone], ["linked", "ask"]);
        assert.deepEqual(session.question.told, { expiry: "2026-11-20", kept: 12 });
    });

    test("of this very day is not past", () => {
        assert.equal(session.scan(oil("15261121")).tone, "accept");
    });
});
