import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { coldWait } from "../../../addons/foodcoop_reception/static/src/model/cold.js";
import {
    asName,
    ofBadge,
    peopleOf,
    remembered,
} from "../../../addons/foodcoop_reception/static/src/model/people.js";
import {
    byCode,
    cards,
    together,
} from "../../../addons/foodcoop_reception/static/src/model/waiting.js";
import { holding } from "../../../addons/foodcoop_reception/static/src/model/words.js";

const TODAY = "2026-11-21";

describe("people", () => {
    test("a name has two letters at least, and what is too long is cut", () => {
        assert.equal(asName("  Anne  "), "Anne");
        assert.equal(asName("Jo"), "Jo");
        assert.equal(asName("É"), null);
        assert.equal(asName("12345"), null);
        assert.equal(asName("x".repeat(80)).length, 64);
    });

    test("who was here today is a large button, the latest first, each once", () => {
        let people = remembered([], { name: "Anne", badge: "0421" }, TODAY);
        people = remembered(people, { name: "Karim" }, TODAY);
        people = remembered(people, { name: "anne" }, TODAY);
        assert.deepEqual(
            people.map(({ name, badge }) => [name, badge]),
            [
                ["anne", "0421"],
                ["Karim", ""],
            ],
        );
        assert.equal(ofBadge(people, "0421"), "anne");
        assert.equal(ofBadge(people, ""), null);
        assert.deepEqual(peopleOf(people, "2026-11-22"), []);
    });
});

describe("cards", () => {
    const told = (picking, more = {}) => ({
        picking,
        partner: 1,
        supplier: "Biodivers'",
        order: `P${picking}`,
        codes: [`P${picking}`, `WH/IN/${picking}`],
        lines: 3,
        date: TODAY,
        cold: false,
        reception: null,
        ...more,
    });

    test("cold goods that are due come first, then by day", () => {
        const all = [
            told(1, { date: "2026-11-22", cold: true }),
            told(2),
            told(3, { cold: true }),
            told(4, { date: "2026-11-20" }),
        ];
        assert.deepEqual(
            cards(all, TODAY).map((card) => card.key),
            [3, 4, 2, 1],
        );
    });

    test("what is counted together is one card", () => {
        const all = [
            told(1, { reception: 9, rest: true }),
            told(2, { reception: 9, cold: true, rest: false }),
        ];
        const [card, ...others] = cards(all, TODAY);
        assert.deepEqual(others, []);
        assert.deepEqual(card.pickings, [1, 2]);
        assert.equal(card.lines, 6);
        assert.equal(card.cold, true);
        assert.equal(card.rest, false);
    });

    test("several orders of a supplier may have come together", () => {
        const [first, second, third, other] = cards(
            [told(1), told(2), told(3, { reception: 9 }), told(4, { partner: 2 })],
            TODAY,
        );
        const all = [first, second, third, other];
        assert.deepEqual(together(all, first), [first, second]);
        assert.deepEqual(together(all, { ...first }), [first, second]); // made anew
        assert.deepEqual(together(all, third), [third]);
        assert.deepEqual(together(all, other), [other]);
    });

    test("an order's code finds its card", () => {
        const all = cards([told(1), told(2)], TODAY);
        assert.equal(byCode(all, "wh/in/2").key, 2);
        assert.equal(byCode(all, "P3"), undefined);
    });
});

describe("cold goods", () => {
    const cold = { cold: true, state: "open" };

    test("wait until the last of them is counted", () => {
        assert.equal(coldWait([{ ...cold, state: "short" }], 0, 60_000), null);
        assert.equal(coldWait([{ cold: false, state: "open" }], 0, 60_000), null);
        assert.deepEqual(coldWait([cold], 0, 7.5 * 60_000), {
            minutes: 7,
            late: false,
        });
    });

    test("are late from twenty minutes on, and a clock may go backwards", () => {
        assert.equal(coldWait([cold], 0, 20 * 60_000).late, true);
        assert.equal(coldWait([cold], 60_000, 0).minutes, 0);
    });
});

test("a search minds neither accents nor the order of words", () => {
    const found = ["Épicerie salée", "Sel"].filter(holding(" sale epi"));
    assert.deepEqual(found, ["Épicerie salée"]);
});
