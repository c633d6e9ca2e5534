import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
    outdated,
    parcels,
    pause,
    receptionOf,
} from "../../../addons/foodcoop_reception/static/src/model/queue.js";

const scan = (key, at) => ({ key, uuid: `${key} ${at}`, at: String(at) });

describe("what travels", () => {
    test("nothing makes no parcel", () => {
        assert.deepEqual(parcels([], []), []);
    });

    test("each delivery has its own, its scans in the order in which they were made", () => {
        const found = parcels([scan("7 a", 2), scan("8 b", 1), scan("7 a", 1)], []);
        assert.deepEqual(
            found.map(({ key, scans }) => [key, scans.map(({ at }) => at)]),
            [
                ["7 a", ["1", "2"]],
                ["8 b", ["1"]],
            ],
        );
    });

    test("a wish travels alone when its scans have arrived", () => {
        const [{ scans, wish }] = parcels([], [{ key: "7 a", seen: 3 }]);
        assert.deepEqual([scans, wish.seen], [[], 3]);
    });

    test("a wish never travels before the last of its scans", () => {
        const many = Array.from({ length: 201 }, (_, at) => scan("7 a", 1000 + at));
        const [{ scans, wish, more }] = parcels(many, [{ key: "7 a" }]);
        assert.deepEqual([scans.length, wish, more], [200, null, true]);
        assert.ok(parcels(many.slice(200), [{ key: "7 a" }])[0].wish);
    });

    test("a wish that was answered stays", () => {
        assert.deepEqual(parcels([], [{ key: "7 a", answer: { refusal: "no" } }]), []);
    });
});

test("the number of a delivery is the first word of its key", () => {
    assert.equal(receptionOf("12 2026-11-21 07:00:00.123"), 12);
});

test("tries become rarer, but never rarer than two a minute", () => {
    assert.deepEqual([0, 1, 2, 9].map(pause), [2000, 4000, 8000, 30000]);
});

describe("what is thrown away", () => {
    const DAY = 24 * 3600 * 1000;
    const day = (key, days, closed = false) => ({ key, opened: -days * DAY, closed });

    test("closed ones after two days, forgotten ones after thirty", () => {
        const kept = [day("a", 1, true), day("b", 3, true), day("c", 3), day("d", 31)];
        assert.deepEqual(outdated(kept, new Set(), 0), ["b", "d"]);
    });

    test("never one with something left to send", () => {
        assert.deepEqual(outdated([day("a", 99, true)], new Set(["a"]), 0), []);
    });
});
