import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { codesOf } from "../../../addons/foodcoop_reception/static/src/model/bursts.js";
import {
    EAN,
    isCard,
    LETTERS,
    verdict,
} from "../../../addons/foodcoop_reception/static/src/model/trial.js";
import { Watch } from "../../../addons/foodcoop_reception/static/src/model/watching.js";
import { OIL } from "./delivery.js";

describe("codes in one go", () => {
    const RICE = "9521000000018";

    test("two products' codes are two scans", () => {
        assert.deepEqual(codesOf(OIL + RICE), [OIL, RICE]);
        assert.deepEqual(codesOf(OIL + OIL), [OIL, OIL]);
        assert.deepEqual(codesOf(`${OIL}\n${RICE}\n`), [OIL, RICE]);
        assert.deepEqual(codesOf(OIL + "96385074"), [OIL, "96385074"]);
    });

    test("anything else is one, however long", () => {
        const noise = "x".repeat(60);
        for (const one of [
            OIL,
            noise,
            `${OIL}12345`,
            "https://example.org/1",
            "7".repeat(30),
        ]) {
            assert.deepEqual(codesOf(one), [one]);
        }
    });

    test("a case's number with its identifier is one code", () => {
        const elements = `01${OIL.padStart(14, "0")}`;
        assert.deepEqual(codesOf(elements), [elements]);
        assert.deepEqual(codesOf(`${elements}3103001250`), [`${elements}3103001250`]);
    });
});

describe("the camera", () => {
    test("a code counts once, until it has left the picture", () => {
        const watch = new Watch();
        assert.deepEqual(watch.look([OIL], 0), [OIL]);
        assert.deepEqual(watch.look([OIL], 120), []);
        assert.deepEqual(watch.look([], 240), []); // a blurred picture is no leaving
        assert.deepEqual(watch.look([OIL], 360), []);
        assert.deepEqual(watch.look([OIL], 1500), [OIL]);
    });

    test("two codes in a picture are two scans, the same code twice is one", () => {
        const watch = new Watch();
        assert.deepEqual(watch.look([OIL, "96385074", OIL], 0), [OIL, "96385074"]);
    });
});

describe("the test card", () => {
    const about = {
        suffix: "Enter",
        layout: "right",
        length: 13,
        time: 40,
        slowest: 5,
    };

    test("a scanner that is set well", () => {
        const { well, findings } = verdict(EAN, about);
        assert.equal(well, true);
        assert.deepEqual(findings, ["enter", "layout_right", "right_code"]);
        assert.equal(isCard(EAN.slice(1)), true);
        assert.equal(isCard(OIL), false);
    });

    test("a layout that is put right is well, too", () => {
        assert.equal(verdict(EAN, { ...about, layout: "american" }).well, true);
        assert.equal(
            verdict(EAN, { ...about, layout: "camera", suffix: "" }).well,
            true,
        );
    });

    test("what has to be changed is named", () => {
        const named = (text, more) => verdict(text, { ...about, ...more }).findings;
        assert.ok(named(EAN, { suffix: "" }).includes("no_suffix"));
        assert.ok(
            named(EAN, { suffix: "", layout: "text" }).includes("text_no_suffix"),
        );
        assert.ok(named(LETTERS.toLowerCase()).includes("capitals"));
        assert.ok(named("9999").includes("wrong_code"));
        assert.ok(named(EAN, { slowest: 90 }).includes("slow"));
        assert.equal(verdict("9999", about).well, false);
    });
});
