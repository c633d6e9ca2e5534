import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { KeyReader } from "../../../addons/foodcoop_reception/static/src/model/keys.js";
import { OIL, press } from "./delivery.js";

describe("a number that nobody ended", () => {
    const typed = (text) => {
        const reader = new KeyReader();
        press(reader, [...text], 200);
        return reader;
    };

    test("before a scan is a number, and the scan is whole", () => {
        for (const [text, number] of [
            ["12", "12"],
            ["1,5", "1.5"],
        ]) {
            const reader = typed(text);
            const answer = press(reader, [...OIL, "Enter"], 8, 11_200);
            assert.deepEqual(answer, { kind: "scan", text: OIL });
            assert.equal(reader.scanned.about.number, number);
            assert.equal(reader.scanned.typed, OIL);
        }
    });

    test("is none where a scanner stopped in between", () => {
        const reader = typed("");
        press(reader, [...OIL.slice(0, 2)]);
        const answer = press(reader, [...OIL.slice(2), "Enter"], 8, 10_400);
        assert.equal(answer.text, OIL);
        assert.equal(reader.scanned.about.number, "");
    });

    test("stays in front of what is no product's number: nobody knows whose it is", () => {
        const reader = typed("12");
        const answer = press(reader, [..."ABC-123", "Enter"], 8, 11_200);
        assert.equal(answer.text, "12ABC-123");
    });

    test("is told when a person touches the screen, at once and once", () => {
        const reader = typed("12");
        assert.deepEqual(reader.touched(10_800), { kind: "number", text: "12" });
        assert.equal(reader.touched(10_900).kind, "none");
        const { text } = press(reader, [...OIL, "Enter"], 8, 11_000);
        assert.equal(text, OIL);
    });

    test("is not cut by a touch while a scanner is at work", () => {
        const reader = typed("");
        press(reader, [...OIL.slice(0, 5)]);
        assert.equal(reader.touched(10_100).kind, "none");
        const answer = press(reader, [...OIL.slice(5), "Enter"], 8, 10_110);
        assert.equal(answer.text, OIL);
    });
});
