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

    const after = (text, scan, pause = 1_500) => {
        const reader = typed(text);
        const start = 10_000 + (text.length - 1) * 200 + pause;
        const answer = press(reader, [...scan, "Enter"], 8, start);
        return [answer.text, reader.scanned.about.number];
    };

    test("is apart from any code, where a person stopped and a machine began", () => {
        const GS1 = "]C1010952000000001110LOT7";
        for (const code of ["ABC-123", GS1, OIL]) {
            assert.deepEqual(after("12", code), [code, "12"]);
        }
        assert.deepEqual(after("12", GS1, 400), [GS1, "12"]);
    });

    test("may be a zero, though a zero makes a longer number of any", () => {
        assert.deepEqual(after("0", OIL), [OIL, "0"]);
        assert.deepEqual(after("0", OIL, 400), [`0${OIL}`, ""]);
    });

    test("stays in front of what nobody knows and came soon", () => {
        assert.equal(after("12", "ABC-123", 400)[0], "12ABC-123");
    });

    test("is a name's beginning where letters were typed: no number", () => {
        assert.deepEqual(after("hui", OIL, 400), [OIL, ""]);
    });

    test("is no part of a code that a person types with a look in between", () => {
        const reader = typed("");
        press(reader, [...OIL.slice(0, 4)], 120);
        const answer = press(reader, [...OIL.slice(4), "Enter"], 120, 12_000);
        assert.equal(answer.text, OIL);
    });

    test("waits for whoever walks to the next product, and for a late Enter", () => {
        assert.deepEqual(after("12", OIL, 60_000), [OIL, "12"]);
        const reader = typed("12");
        assert.equal(reader.press(" ", 70_000).kind, "none");
        assert.deepEqual(reader.press("Enter", 70_100), { kind: "number", text: "12" });
        assert.equal(reader.press("Enter", 70_200).kind, "none");
    });

    test("is replaced by another one, once it was forgotten", () => {
        const reader = typed("12");
        const answer = press(reader, ["7", "Enter"], 200, 20_000);
        assert.deepEqual(answer, { kind: "number", text: "7" });
        press(reader, [...OIL, "Enter"], 8, 20_400);
        assert.equal(reader.scanned.about.number, "");
    });

    test("forgotten letters leave Enter to the button", () => {
        const reader = typed("abc");
        assert.equal(reader.press("Enter", 20_000).kind, "none");
    });

    test("comes before a scanner that sends no end, corrected or not", () => {
        for (const keys of [["3"], ["3", "4", "Backspace"]]) {
            const reader = new KeyReader();
            press(reader, keys, 200);
            press(reader, [...OIL], 8, 11_500);
            assert.equal(reader.patience, KeyReader.SILENCE);
            assert.equal(reader.silence(12_000).text, OIL);
            assert.equal(reader.scanned.about.number, "3");
        }
    });

    test("comes before a text that is put in", () => {
        const reader = typed("3");
        assert.equal(reader.insert(`${OIL}\n`, 11_000).text, OIL);
        assert.equal(reader.scanned.about.number, "3");
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
        press(reader, [...OIL.slice(0, 8)], 8, 20_000); // it ends its codes, so it waits
        assert.equal(reader.touched(20_600).kind, "none");
        const late = press(reader, [...OIL.slice(8), "Enter"], 8, 20_700);
        assert.equal(late.text, OIL);
    });
});
