import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { refuse } from "../../../addons/foodcoop_reception/static/src/model/facts.js";
import {
    asOrdered,
    checks,
    confirm,
    confirmAll,
    missing,
    missingIsDamaged,
} from "../../../addons/foodcoop_reception/static/src/model/finish.js";
import { Hold } from "../../../addons/foodcoop_reception/static/src/model/hold.js";
import { rows } from "../../../addons/foodcoop_reception/static/src/model/overview.js";
import { DELIVERY, OIL, open } from "./delivery.js";

let session;
const asked = () => checks(session, rows(session));
const unanswered = () => asked().filter(({ by }) => !by);
const kinds = () => unanswered().map(({ kind, row }) => `${kind} ${row.product}`);

function count(product, quantity) {
    session.take(product);
    session.exactly(quantity);
}

function with_(told) {
    session = open({ lines: DELIVERY.lines.map((line) => ({ ...line, ...told })) });
    [24, 1, 8].forEach((ordered, i) => count(i + 1, ordered));
}

beforeEach(() => with_({}));

test("a delivery as ordered asks nothing", () => {
    assert.deepEqual(kinds(), []);
    assert.deepEqual(missing(rows(session)), []);
});

describe("what is missing", () => {
    test("is asked once, and not again when it was said", () => {
        count(1, 20);
        assert.deepEqual(kinds(), ["short 1"]);
        confirm(session, asked()[0]);
        assert.deepEqual(kinds(), []);
        assert.equal(session.count(1), 20);
    });

    test("is asked again when the count changes, or the answer is taken back", () => {
        count(1, 20);
        confirm(session, asked()[0]);
        session.undo(asked()[0].by);
        assert.deepEqual(kinds(), ["short 1"]);
        confirm(session, asked()[0]);
        count(1, 21);
        assert.deepEqual(kinds(), ["short 1"]);
    });

    test("may have come damaged", () => {
        count(1, 20);
        missingIsDamaged(session, asked()[0]);
        assert.equal(session.count(1), 24);
        assert.deepEqual(kinds(), []);
    });

    test("what nobody counted is not zero until somebody says so", () => {
        session = open();
        session.scan(OIL);
        assert.deepEqual(kinds(), ["open 2", "open 3"]);
        assert.equal(session.count(2), undefined);
        confirmAll(session, unanswered());
        assert.deepEqual(kinds(), []);
        assert.equal(session.count(2), 0);
        session.undo(asked()[0].by);
        assert.deepEqual(kinds(), ["open 2"].concat([]));
    });

    test("what nobody counted may all be damaged", () => {
        session = open();
        session.scan(OIL);
        missingIsDamaged(session, unanswered()[1]);
        assert.equal(session.count(3), 8);
    });

    test("is listed after the close", () => {
        count(1, 20);
        assert.deepEqual(
            missing(rows(session)).map(({ product, gap }) => [product, gap]),
            [[1, 4]],
        );
    });
});

test("too many are asked, and wrong when they are many", () => {
    count(1, 30);
    assert.equal(asked()[0].tone, "ask");
    count(1, 60);
    assert.equal(asked()[0].tone, "wrong");
    confirm(session, asked()[0]);
    assert.deepEqual(kinds(), []);
});

describe("pieces taken for packs", () => {
    test("2 where 24 were ordered are probably 2 cases of 12", () => {
        count(1, 2);
        assert.deepEqual(kinds(), ["packs 1"]);
        asOrdered(session, asked()[0]);
        assert.equal(session.count(1), 24);
    });

    test("or they are two: then they are missing, and nothing more is asked", () => {
        count(1, 2);
        confirm(session, asked()[0]);
        assert.deepEqual(kinds(), []);
        assert.equal(session.count(1), 2);
    });

    test("24 where 2 cases of 12 were ordered are right", () => {
        assert.deepEqual(kinds(), []);
    });
});

describe("weighed goods", () => {
    beforeEach(() => with_({ weighed: true, ordered: 7.5, packs: 0, pack_size: 0 }));

    test("within a tenth ask nothing and are not missing", () => {
        [1, 2, 3].forEach((product) => count(product, 7.5));
        count(1, 6.75);
        count(2, 8.25);
        assert.deepEqual(kinds(), []);
        assert.deepEqual(missing(rows(session)), []);
    });

    test("beyond it are wrong", () => {
        [1, 2, 3].forEach((product) => count(product, 7.5));
        count(1, 6.749);
        assert.deepEqual(kinds(), ["short 1"]);
        assert.equal(asked()[0].tone, "wrong");
    });
});

describe("lots and dates", () => {
    beforeEach(() => with_({ tracking: "lot", dated: true }));

    test("are asked of what needs them, unless a scan told one", () => {
        session.tell("date", 1, 0, { lot: "L1", expiry: "" });
        assert.deepEqual(kinds(), ["date 2", "date 3"]);
    });

    test("nothing on it is an answer, and what is refused needs none", () => {
        session.tell("date", 2, 0, { lot: "", expiry: "" });
        session.take(3);
        refuse(session, 8, "damaged");
        assert.deepEqual(kinds(), ["date 1"]);
    });
});

describe("a button that is held", () => {
    test("for a second is meant, less is not", () => {
        const hold = new Hold();
        hold.down(0);
        assert.equal(hold.up(999), "short");
        hold.down(20_000);
        assert.equal(hold.up(21_000), "held");
    });

    test("pressed twice is meant; a double tap and a late press are not", () => {
        const hold = new Hold();
        hold.down(0);
        hold.up(100);
        assert.equal(hold.down(300), false);
        hold.up(400);
        assert.equal(hold.down(1000), true);
        hold.up(1100);
        assert.equal(hold.down(60_000), false);
    });

    test("a finger that slid off meant nothing", () => {
        const hold = new Hold();
        hold.down(0);
        hold.cancel();
        assert.equal(hold.up(5000), "none");
    });
});
