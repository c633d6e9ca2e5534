import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { KeyReader } from "../../../addons/foodcoop_reception/static/src/model/keys.js";
import { OIL, press } from "./delivery.js";

/** What the row of digits says without Shift, on the keyboards of our shops. */
const FRENCH = "à&é\"'(-è_ç";
const BELGIAN = "à&é\"'(§è!ç";

const row =
    (signs, shift = false) =>
    (digit) => ({
        key: signs[digit],
        code: `Digit${digit}`,
        shift,
    });
const plain = (key) => ({ key, code: `Digit${key}`, shift: false });

const scanned = (presses) => press(new KeyReader(), [...presses, "Enter"]);

describe("the layout of the keyboard", () => {
    for (const [name, signs] of Object.entries({ FRENCH, BELGIAN })) {
        test(`an American scanner on a ${name} keyboard`, () => {
            const reader = new KeyReader();
            const answer = press(reader, [...[...OIL].map(row(signs)), "Enter"]);
            assert.deepEqual(answer, { kind: "scan", text: OIL });
            assert.equal(reader.scanned.about.layout, "american");
            assert.equal(reader.scanned.typed, [...OIL].map((d) => signs[d]).join(""));
        });
    }

    test("letters and signs of such a scanner are put right with the digits", () => {
        const keys = [
            { key: "Q", code: "KeyA", shift: true },
            { key: "?", code: "KeyM", shift: true },
            { key: ")", code: "Minus" },
            ...[..."0042"].map(row(FRENCH)),
        ];
        assert.equal(scanned(keys).text, "AM-0042");
    });

    test("a French scanner on an American keyboard", () => {
        const keys = [...OIL].map(row(")!@#$%^&*(", true));
        assert.equal(scanned(keys).text, OIL);
    });

    test("digits of a French scanner on a French keyboard are left as they are", () => {
        const keys = [...OIL].map((key) => ({ key, code: `Digit${key}`, shift: true }));
        assert.equal(scanned(keys).text, OIL);
    });

    test("a sign that belongs to a code stays: one digit is enough to tell", () => {
        const keys = [..."12345"].map(plain).concat(row(")!@#$%^&*(", true)(3));
        assert.equal(scanned(keys).text, "12345#");
    });

    test("on the pad of digits every layout says the same", () => {
        const keys = [...OIL].map((key) => ({ key, code: `Numpad${key}` }));
        assert.equal(scanned(keys).text, OIL);
    });

    test("a person's number is put right, too", () => {
        assert.deepEqual(scanned([..."12"].map(row(FRENCH))), {
            kind: "number",
            text: "12",
        });
    });
});

describe("the end of a code", () => {
    test("Tab ends it as Enter does", () => {
        assert.equal(press(new KeyReader(), [...OIL, "Tab"]).kind, "scan");
    });

    test("without an end, silence after a burst is the end", () => {
        const reader = new KeyReader();
        press(reader, [...OIL]);
        assert.equal(reader.patience, KeyReader.SILENCE);
        assert.equal(reader.silence(10_000 + 12 * 8 + 100).kind, "none");
        const { kind, text } = reader.silence(10_000 + 12 * 8 + 150);
        assert.deepEqual({ kind, text }, { kind: "scan", text: OIL });
        assert.equal(reader.scanned.about.suffix, "");
        assert.equal(reader.scanned.about.time, 96);
    });

    test("an Enter that comes late presses nothing, and counts nothing twice", () => {
        const reader = new KeyReader();
        press(reader, [...OIL]);
        reader.silence(10_400);
        assert.equal(reader.press("Enter", 10_450).kind, "over");
        assert.equal(reader.press("Enter", 12_000).kind, "none");
    });

    test("a scanner that is known to end its codes may stop in between", () => {
        const reader = new KeyReader();
        press(reader, [...OIL, "Enter"]);
        press(reader, [...OIL.slice(0, 8)], 8, 20_000);
        assert.equal(reader.silence(20_400).kind, "none");
        const answer = press(reader, [...OIL.slice(8), "Enter"], 8, 20_400);
        assert.deepEqual(answer, { kind: "scan", text: OIL });
    });

    test("a person's pause ends nothing: too slow, too short, or corrected", () => {
        const slow = new KeyReader();
        press(slow, [...OIL], 90);
        const short = new KeyReader();
        press(short, [..."12345"]);
        const corrected = new KeyReader();
        press(corrected, [...OIL, "Backspace"]);
        for (const reader of [slow, short, corrected]) {
            assert.equal(reader.patience, false);
            assert.equal(reader.silence(99_000).kind, "none");
        }
    });

    test("a weight with its grams is as long as a code, and is none", () => {
        for (const typed of ["12.345", "12,345", "1234.5"]) {
            const keys = [...typed, "Enter"];
            const text = typed.replace(",", ".");
            assert.deepEqual(press(new KeyReader(), keys, 200), {
                kind: "number",
                text,
            });
        }
        assert.equal(press(new KeyReader(), [..."1.2.3.4", "Enter"]).kind, "scan");
    });

    test("8 digits are never a quantity, however slowly they are typed", () => {
        assert.equal(
            press(new KeyReader(), [..."12345678", "Enter"], 900).kind,
            "scan",
        );
    });
});

describe("characters that no key has", () => {
    const CODE = "]C10109520000000011\u001d10A7";

    test("Ctrl and ] is the separator of GS1", () => {
        const group = { key: "]", code: "BracketRight", ctrl: true };
        const keys = [...CODE].map((key) => (key === "\u001d" ? group : key));
        assert.equal(scanned(keys).text, CODE);
    });

    test("so is Alt with 029 on the pad, when Alt is let go", () => {
        const reader = new KeyReader();
        press(reader, [..."0109520000000011"]);
        for (const digit of "029") {
            reader.press({ key: digit, code: `Numpad${digit}`, alt: true }, 10_200);
        }
        reader.release(10_210);
        const { text } = press(reader, [..."10A7", "Enter"], 8, 10_220);
        assert.equal(text, "0109520000000011\u001d10A7");
    });

    test("a separator that comes as itself stays, even in front", () => {
        assert.equal(scanned([..."\u001d0109520000000011"]).text[0], "\u001d");
    });

    test("shortcuts are the browser's", () => {
        const reader = new KeyReader();
        assert.equal(reader.press({ key: "p", ctrl: true }, 1).kind, "none");
        assert.equal(reader.press({ key: "Shift" }, 2).kind, "none");
    });
});

describe("text that comes without keys", () => {
    test("put in at once or letter by letter, with an end or without", () => {
        const reader = new KeyReader();
        assert.deepEqual(reader.insert(`${OIL}\n`, 1), { kind: "scan", text: OIL });
        assert.equal(reader.scanned.about.layout, "text");
        for (let i = 1; i <= OIL.length; i++) {
            reader.insert(OIL.slice(0, i), 5_000 + i);
        }
        const { text } = reader.silence(5_000 + OIL.length + KeyReader.PATIENCE);
        assert.equal(text, OIL);
    });

    test("Enter as a key ends it", () => {
        const reader = new KeyReader();
        reader.insert(OIL, 1);
        assert.deepEqual(reader.press("Enter", 9), { kind: "scan", text: OIL });
    });
});
