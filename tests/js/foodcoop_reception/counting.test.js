import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { byKarim, OIL, OIL_CASE, OIL_TRAY, open } from "./delivery.js";

let session;

beforeEach(() => {
    session = open();
});

describe("the first scan", () => {
    test("of a piece or of the ordered pack stands for all", () => {
        assert.equal(session.scan(OIL).reason, "proposed");
        assert.equal(session.count(1), 24);
        session = open();
        session.scan(OIL_CASE);
        assert.equal(session.count(1), 24);
    });

    test("of another pack counts what is in it", () => {
        assert.equal(session.scan(OIL_TRAY).reason, "counting");
        session.scan(OIL_TRAY);
        session.scan(OIL);
        assert.equal(session.count(1), 13);
    });

    test("proposes what nobody has counted yet", () => {
        session.learn([byKarim(1, 10)]);
        session.scan(OIL);
        assert.equal(session.count(1), 24);
        session.scan(OIL);
        assert.equal(session.count(1), 12);
    });

    test("of a product that this person has counted is one more", () => {
        session.scan(OIL);
        session.set(20);
        session.choose(3);
        session.scan(OIL);
        assert.equal(session.count(1), 21);
    });

    test("leaves another person's proposal alone", () => {
        session.choose(1);
        session.undo();
        session.active = 1;
        session.learn([byKarim(1, 24, { kind: "propose" })]);
        session.scan(OIL);
        assert.equal(session.count(1), 25);
    });
});

describe("two people without network", () => {
    const proposal = (told) => byKarim(1, 24, { kind: "propose", ...told });

    test("who both take the order for delivered say one thing", () => {
        session.scan(OIL);
        session.learn([proposal()]);
        assert.equal(session.count(1), 24);
        assert.equal(session.set(20).reason, "set");
        assert.equal(session.count(1), 20);
    });

    test("who both count it after all are added up, not subtracted", () => {
        session.scan(OIL);
        session.scan(OIL);
        const claim = proposal();
        const undo = byKarim(1, -24, { kind: "undo", reverses: claim.uuid });
        session.learn([claim, undo, byKarim(1, 3)]);
        assert.equal(session.count(1), 5);
    });

    test("a new proposal does not swallow what was made of an earlier one", () => {
        session.learn([proposal(), byKarim(1, -19, { kind: "set" })]);
        const { events, reason } = session.scan(OIL);
        assert.equal(reason, "proposed");
        assert.equal(session.count(1), 24);
        assert.deepEqual(
            events.map((event) => [event.kind, event.quantity]),
            [
                ["undo", -24],
                ["set", 24],
                ["propose", 19],
            ],
        );
    });
});

describe("the second scan", () => {
    test("counts instead of the proposal, and its undo brings that back", () => {
        session.scan(OIL);
        const { events } = session.scan(OIL);
        assert.deepEqual(
            events.map((event) => [event.kind, event.quantity]),
            [
                ["undo", -24],
                ["count", 2],
            ],
        );
        session.undo();
        assert.equal(session.count(1), 24);
        session.scan(OIL);
        assert.equal(session.count(1), 2);
    });
});

describe("more than was ordered", () => {
    test("is said at once, by a scan, a number and a touch", () => {
        session.choose(1);
        assert.equal(session.set(24).reason, "set");
        const { tone, reason, told } = session.scan(OIL);
        assert.deepEqual([tone, reason, told], ["ask", "over", { gap: 1 }]);
        assert.deepEqual(session.set(31).told, { gap: 7 });
        assert.deepEqual(session.step(1).told, { gap: 8 });
        assert.equal(session.set(20).reason, "set");
    });

    test("of goods that are weighed asks nothing within a tenth", () => {
        const [oil, ...others] = session.delivery.lines;
        session = open({ lines: [{ ...oil, weighed: true }, ...others] });
        session.choose(1);
        assert.equal(session.set(26).reason, "set");
        assert.deepEqual(session.set(27).told, { gap: 3 });
    });
});

describe("a number that somebody says", () => {
    test("is added to what another counted meanwhile, and asks", () => {
        session.scan(OIL);
        session.learn([byKarim(1, 3)]);
        const answer = session.set(10);
        assert.equal(answer.reason, "others_added");
        assert.deepEqual(answer.told, {
            added: 3,
            people: ["Karim"],
            alone: 10,
            both: 13,
        });
        assert.equal(session.count(1), 13);
    });

    test("stands alone when the person says so, and is not asked again", () => {
        session.scan(OIL);
        session.learn([byKarim(1, 3)]);
        session.set(10);
        session.settle(session.question.choices[1]);
        assert.equal(session.count(1), 10);
        assert.equal(session.set(11).reason, "set");
        assert.equal(session.count(1), 11);
    });

    test("asks nothing when the others were seen before", () => {
        session.learn([byKarim(1, 3)]);
        session.choose(1);
        assert.equal(session.set(10).reason, "set");
        assert.equal(session.count(1), 10);
    });

    test("asks when another took something back, not when a fact was", () => {
        const added = byKarim(1, 3);
        const told = byKarim(1, 1, { kind: "refuse" });
        session.learn([added, told]);
        session.choose(1);
        session.learn([byKarim(1, -1, { kind: "undo", reverses: told.uuid })]);
        assert.equal(session.set(9).reason, "set");
        session.learn([byKarim(1, -3, { kind: "undo", reverses: added.uuid })]);
        assert.equal(session.set(10).reason, "others_added");
        assert.equal(session.count(1), 7);
    });

    test("asks nothing when the server repeats what was counted here", () => {
        session.scan(OIL);
        session.scan(OIL);
        session.learn([...session.events.values()].map((event) => ({ ...event })));
        assert.equal(session.set(10).reason, "set");
        assert.equal(session.count(1), 10);
    });

    test("one more and one less ask nothing and go below nothing", () => {
        session.choose(2);
        session.step(-1);
        session.step(-1);
        assert.equal(session.count(2), 0);
        session.step(1);
        assert.equal(session.count(2), 1);
        assert.equal(Object.is(session.history()[0].quantity, 1), true);
    });
});
