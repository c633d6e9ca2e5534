import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import {
    activeRow,
    inWorkingOrder,
    rows,
    surprises,
} from "../../../addons/foodcoop_reception/static/src/model/overview.js";
import { byKarim, DELIVERY, HONEY, NEW, OIL, open, SALT } from "./delivery.js";

let session;

beforeEach(() => {
    session = open();
});

describe("pieces or packs", () => {
    test("two where two cases were ordered asks once", () => {
        session.scan(OIL);
        assert.equal(session.set(2).tone, "ask");
        assert.equal(session.question.reason, "packs_or_pieces");
        session.settle(session.question.choices[1]);
        assert.equal(session.count(1), 24);
        assert.equal(session.set(2).tone, "accept");
        assert.equal(session.question, null);
    });

    test("a case of 24 where one piece was ordered asks", () => {
        const answer = session.scan(SALT);
        assert.equal(answer.tone, "ask");
        assert.equal(session.count(2), 24);
        session.settle(session.question.choices[0]);
        assert.equal(session.count(2), 24);
    });

    test("counting up to an order asks nothing on the way", () => {
        session.scan(OIL);
        session.scan(OIL);
        assert.equal(session.count(1), 2);
        assert.equal(session.question, null);
    });

    test("the next scan takes the question away", () => {
        session.scan(OIL);
        session.set(2);
        session.scan(HONEY);
        assert.equal(session.question, null);
        assert.equal(session.count(1), 2);
    });

    test("a figure is said as people say it", () => {
        session.choose(1);
        session.set(13);
        assert.deepEqual(activeRow(session).inPacks, {
            packs: 1,
            pack: "Case of 12",
            rest: 1,
        });
        session.set(18);
        assert.deepEqual(activeRow(session).inPacks, {
            packs: 3,
            pack: "Tray of 6",
            rest: 0,
        });
        session.set(5);
        assert.equal(activeRow(session).inPacks, null);
    });
});

describe("a product that was not ordered here", () => {
    test("is noted, and the office decides", () => {
        assert.equal(session.scan(HONEY).reason, "not_ordered");
        assert.equal(session.question, null);
    });

    test("says on which order it is, and may join it", () => {
        session = open({ elsewhere: { 9: { picking: 7, order: "P00043" } } });
        assert.equal(session.scan(HONEY).reason, "on_other_order");
        assert.equal(session.question.choices[0].picking, 7);
        const events = [...session.events.values()];
        const line = { line: 4, product: 9, name: "Miel", ordered: 6 };
        const lines = [...DELIVERY.lines, line];
        session.join({ ...DELIVERY, lines, events });
        assert.equal(session.count(9), 6);
        session.scan(HONEY);
        assert.equal(session.count(9), 2);
    });
});

describe("a code that nobody knew", () => {
    test("counts as soon as somebody says what it is", () => {
        session.scan(NEW);
        session.scan(NEW);
        const answer = session.link(NEW, 1, 6);
        assert.equal(answer.events.length, 1);
        assert.equal(session.count(1), 12);
        assert.deepEqual(surprises(session).unknown, []);
        session.scan(NEW);
        assert.equal(session.count(1), 18);
    });

    test("scanned once stands for what was ordered, like any first scan", () => {
        session.scan(NEW);
        session.link(NEW, 1, 1);
        assert.equal(session.count(1), 24);
        session.scan(NEW);
        assert.equal(session.count(1), 2);
    });

    test("linked wrongly is unknown again", () => {
        session.scan(NEW);
        session.link(NEW, 2, 24);
        assert.equal(session.count(2), 24);
        session.undo();
        assert.equal(session.count(2), undefined);
        assert.deepEqual(surprises(session).unknown, [NEW]);
    });

    test("holds no impossible number", () => {
        session.scan(NEW);
        for (const content of [0, -1, NaN, 123456]) {
            assert.equal(session.link(NEW, 1, content).tone, "refuse");
        }
    });
});

test("any event can be taken back, not only the newest", () => {
    const { events } = session.scan(OIL);
    session.scan(HONEY);
    session.undo(events[0].uuid);
    assert.equal(session.count(1), undefined);
    assert.equal(session.count(9), 1);
    assert.equal(session.undo(events[0].uuid).reason, "nothing_to_undo");
});

test("who else counted a product is told", () => {
    session.learn([byKarim(1, 10)]);
    session.choose(1);
    assert.deepEqual(activeRow(session).others, [{ person: "Karim", quantity: 10 }]);
});

test("cold goods come first, what is counted last", () => {
    session.scan(OIL);
    assert.deepEqual(
        inWorkingOrder(rows(session)).map((row) => row.name),
        ["Beurre", "Sel", "Huile d'olive"],
    );
});

test("a long delivery is walked through once after each change", () => {
    let walks = 0;
    const stand = session.stand.bind(session);
    session.stand = () => {
        walks++;
        return stand();
    };
    session.scan(OIL);
    rows(session);
    activeRow(session);
    surprises(session);
    assert.ok(walks <= 2, `${walks} walks`);
});
