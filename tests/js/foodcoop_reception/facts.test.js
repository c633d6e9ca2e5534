import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { readDate } from "../../../addons/foodcoop_reception/static/src/model/dates.js";
import {
    dated,
    factsOf,
    free,
    instead,
    keptOf,
    refuse,
    remark,
} from "../../../addons/foodcoop_reception/static/src/model/facts.js";
import { OIL, open, SALT, TODAY } from "./delivery.js";

let session;
const facts = (product) => factsOf(session.stands).get(product);

beforeEach(() => {
    session = open();
    session.scan(OIL);
});

describe("what is not kept", () => {
    test("is part of what came, by reason, and is taken back like anything else", () => {
        refuse(session, 2, "damaged");
        refuse(session, 1, "warm");
        assert.deepEqual(facts(1).refused, { damaged: 2, warm: 1 });
        assert.equal(session.count(1), 24);
        assert.equal(keptOf(session, 1), 21);
        session.undo();
        assert.deepEqual(facts(1).refused, { damaged: 2 });
    });

    test("was here, so a smaller count grows with it", () => {
        session.set(0);
        refuse(session, 3, "damaged");
        assert.equal(session.count(1), 3);
        assert.equal(keptOf(session, 1), 0);
    });

    test("may be the very ones that were missing: the person is asked", () => {
        session.set(22);
        refuse(session, 2, "damaged");
        assert.equal(session.question.reason, "among");
        session.settle(session.question.choices[1]);
        assert.equal(session.count(1), 24);
        assert.equal(keptOf(session, 1), 22);
    });
});

test("more cannot be free than came", () => {
    assert.equal(free(session, 25).reason, "more_than_came");
    free(session, 2);
    assert.equal(facts(1).free, 2);
});

test("what came instead names the other", () => {
    instead(session, 2);
    assert.deepEqual(facts(1).instead, [2]);
    assert.equal(session.history()[0].quantity, 24);
});

test("a remark and what is not ordered are told, too", () => {
    session.scan(SALT);
    remark(session, "two cartons wet");
    assert.deepEqual(facts(2).notes, ["two cartons wet"]);
});

describe("dates", () => {
    test("the earliest is remembered, whoever told it", () => {
        dated(session, 1, { expiry: "2027-05-01" }, TODAY);
        dated(session, 1, { expiry: "2027-03-31", lot: "L1" }, TODAY);
        dated(session, 1, { expiry: "2028-03-31" }, TODAY);
        assert.equal(facts(1).expiry, "2027-03-31");
        assert.deepEqual(facts(1).lots, ["L1"]);
    });

    test("a date that is past is noted, and asked about", () => {
        dated(session, 1, { expiry: "2026-11-20" }, TODAY);
        assert.equal(facts(1).expiry, "2026-11-20");
        assert.equal(session.question.reason, "expired");
        session.settle(session.question.choices[0]);
        assert.deepEqual(facts(1).refused, { expired: 24 });
    });

    test("today's date is not past", () => {
        dated(session, 1, { expiry: TODAY }, TODAY);
        assert.equal(session.question, null);
    });

    const typed = {
        "010327": "2027-03-01",
        "0327": "2027-03-31",
        "03/2028": "2028-03-31",
        "29.02.2028": "2028-02-29",
        "000228": "2028-02-29",
        290227: null,
        1327: null,
        "010399": null,
        "": null,
        12: null,
    };
    for (const [text, date] of Object.entries(typed)) {
        test(`"${text}" is ${date}`, () => assert.equal(readDate(text, TODAY), date));
    }
});
