import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import {
    activeRow,
    inWorkingOrder,
    rows,
    surprises,
} from "../../../addons/foodcoop_reception/static/src/model/overview.js";
import { Session } from "../../../addons/foodcoop_reception/static/src/model/session.js";

const OIL = "9520000000011";
const OIL_CASE = "9520000000028";
const OIL_TRAY = "9520000000059";
const SALT = "9520000000066";
const HONEY = "9520000000042";
const NEW = "9529999999998";

const DELIVERY = {
    order: "P00042",
    lines: [
        {
            line: 1,
            product: 1,
            name: "Huile d'olive",
            ordered: 24,
            pack: "Case of 12",
            packs: 2,
            pack_size: 12,
        },
        { line: 2, product: 2, name: "Sel", ordered: 1 },
        { line: 3, product: 3, name: "Beurre", ordered: 8, cold: true },
    ],
    packs: {
        1: [
            ["Case of 12", 12],
            ["Tray of 6", 6],
        ],
        2: [["Case of 24", 24]],
        3: [],
    },
    codes: {
        "09520000000011": [1, 1],
        "09520000000028": [1, 12],
        "09520000000059": [1, 6],
        "09520000000066": [2, 24],
        "09520000000042": [9, 1],
    },
    products: { 9: "Miel" },
    elsewhere: {},
    events: [],
};

let session;
let clock;

function open(told = {}) {
    return new Session(
        { ...DELIVERY, ...told },
        () => `uuid-${++clock}`,
        () => `2026-11-21T07:00:${String(clock).padStart(2, "0")}Z`,
        "Anne",
    );
}

/** As it comes from the server, of another terminal. */
function byKarim(product, quantity, told = {}) {
    const at = `2026-11-21T07:00:${String(++clock).padStart(2, "0")}Z`;
    const event = { uuid: `karim-${clock}`, kind: "count", code: "", reverses: null };
    return { ...event, product, quantity, at, person: "Karim", ...told };
}

beforeEach(() => {
    clock = 0;
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
