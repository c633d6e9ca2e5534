import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { KeyReader } from "../../../addons/foodcoop_reception/static/src/model/keys.js";
import {
    rows,
    surprises,
} from "../../../addons/foodcoop_reception/static/src/model/overview.js";
import { Session } from "../../../addons/foodcoop_reception/static/src/model/session.js";

const OIL = "9520000000011";
const OIL_CASE = "9520000000028";
const RICE = "9520000000035";
const HONEY = "9520000000042";

let session;
let clock;

function open(events = []) {
    clock = 0;
    return new Session(
        {
            lines: [
                { line: 1, product: 1, name: "Huile d'olive", ordered: 12, unit: "u" },
                { line: 2, product: 2, name: "Riz complet", ordered: 4, unit: "u" },
                { line: 3, product: 3, name: "Carottes", ordered: 7.5, unit: "kg" },
            ],
            codes: {
                "09520000000011": [1, 1],
                "09520000000028": [1, 6],
                "09520000000035": [2, 1],
                "09520000000042": [9, 1],
            },
            products: { 9: "Miel" },
            events,
        },
        () => `uuid-${++clock}`,
        () => `2026-11-21T07:00:${String(clock).padStart(2, "0")}Z`,
    );
}

beforeEach(() => {
    session = open();
});

describe("scanning", () => {
    test("the first scan of a line proposes what was ordered", () => {
        assert.equal(session.scan(OIL).tone, "accept");
        assert.equal(session.count(1), 12);
    });

    test("the next product accepts the one before", () => {
        session.scan(OIL);
        session.scan(RICE);
        assert.equal(session.count(1), 12);
        assert.equal(session.count(2), 4);
    });

    test("the same product again counts one, two, three", () => {
        session.scan(OIL);
        session.scan(OIL);
        assert.equal(session.count(1), 2);
        session.scan(OIL);
        assert.equal(session.count(1), 3);
    });

    test("a case adds its content, and mixes with units", () => {
        session.scan(OIL_CASE);
        session.scan(OIL_CASE);
        assert.equal(session.count(1), 12);
        session.scan(OIL);
        assert.equal(session.count(1), 13);
    });

    test("more of a line that is complete adds to it", () => {
        session.scan(OIL);
        session.scan(RICE);
        session.scan(OIL);
        assert.equal(session.count(1), 13);
    });

    test("an unknown code is kept, is set aside, and stops nothing", () => {
        const answer = session.scan("9529999999990");
        assert.equal(answer.tone, "aside");
        assert.equal(answer.reason, "unknown_code");
        assert.deepEqual(surprises(session).unknown, ["9529999999990"]);
        session.scan(OIL);
        assert.equal(session.count(1), 12);
    });

    test("a product that was not ordered is counted and asks", () => {
        assert.equal(session.scan(HONEY).reason, "not_ordered");
        assert.deepEqual(surprises(session).extra, [
            { product: 9, counted: 1, name: "Miel" },
        ]);
    });
});

describe("correcting", () => {
    test("digits change the product in hand", () => {
        session.scan(OIL);
        session.set(10);
        assert.equal(session.count(1), 10);
        assert.equal(rows(session)[0].state, "short");
    });

    test("a touched line without a code is counted like a scanned one", () => {
        session.choose(3);
        session.set(7.25);
        assert.equal(session.count(3), 7.25);
    });

    test("touching a counted line does not count it again", () => {
        session.scan(OIL);
        session.scan(RICE);
        assert.deepEqual(session.choose(1).events, []);
        assert.equal(session.count(1), 12);
    });

    test("a quantity of eight digits is refused and nothing changes", () => {
        session.scan(OIL);
        assert.equal(session.set(12345678).tone, "refuse");
        assert.equal(session.count(1), 12);
    });

    test("undo goes back to the very beginning and no further", () => {
        session.scan(OIL);
        session.scan(OIL);
        session.scan(RICE);
        session.undo();
        assert.equal(session.count(2), undefined);
        session.undo();
        assert.equal(session.count(1), 12);
        session.undo();
        assert.equal(session.count(1), undefined);
        assert.equal(session.undo().reason, "nothing_to_undo");
    });
});

test("a page that was reloaded goes on where it was", () => {
    session.scan(OIL);
    session.scan(OIL);
    const reloaded = open([...session.events.values()]);
    reloaded.newId = () => "uuid-after";
    reloaded.now = () => "2026-11-21T08:00:00Z";
    assert.equal(reloaded.active, 1);
    reloaded.scan(OIL);
    assert.equal(reloaded.count(1), 3);
});

test("nothing counted is open, not zero", () => {
    assert.deepEqual(
        rows(session).map((row) => row.state),
        ["open", "open", "open"],
    );
});

describe("keys", () => {
    const type = (reader, text, gap = 5) => {
        let answer;
        let time = 10_000;
        for (const key of [...text, "Enter"]) {
            answer = reader.press(key, (time += gap));
        }
        return answer;
    };

    test("a long run of keys is a scan, fast or slow", () => {
        assert.deepEqual(type(new KeyReader(), OIL), { kind: "scan", text: OIL });
        assert.equal(type(new KeyReader(), OIL, 300).kind, "scan");
    });

    test("a few digits are a quantity, with a comma too", () => {
        assert.deepEqual(type(new KeyReader(), "12", 400), {
            kind: "number",
            text: "12",
        });
        assert.equal(type(new KeyReader(), "7,25", 400).text, "7.25");
    });

    test("letters are no quantity, Enter alone is nothing", () => {
        assert.equal(type(new KeyReader(), "abc").kind, "noise");
        assert.equal(type(new KeyReader(), "").kind, "none");
    });

    test("Enter, Tab and Space alone are left to the focused button", () => {
        for (const key of ["Enter", "Tab", " "]) {
            assert.equal(new KeyReader().press(key, 1).kind, "none");
        }
    });

    test("what was typed long ago does not stick to a scan", () => {
        const reader = new KeyReader();
        reader.press("9", 0);
        assert.deepEqual(type(reader, OIL), { kind: "scan", text: OIL });
    });
});
