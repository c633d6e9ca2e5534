import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Touches } from "../../../addons/foodcoop_reception/static/src/model/touches.js";

describe("a finger that comes down twice", () => {
    const strays = (...touches) => {
        const all = new Touches();
        return touches.map(([time, x, thing]) =>
            all.isStray({ time, x, y: 100, thing }),
        );
    };

    test("means no other line that has moved under it", () => {
        assert.deepEqual(strays([0, 50, "Sel"], [150, 53, "Huile"]), [false, true]);
        const thrice = strays([0, 50, "Sel"], [150, 50, "Huile"], [300, 50, "Miel"]);
        assert.deepEqual(thrice, [false, true, true]);
    });

    test("counts each time on what is still the same", () => {
        assert.deepEqual(strays([0, 50, "+"], [120, 50, "+"]), [false, false]);
    });

    test("is meant elsewhere, or a moment later", () => {
        assert.deepEqual(strays([0, 50, "Sel"], [150, 250, "Huile"]), [false, false]);
        assert.deepEqual(strays([0, 50, "Sel"], [400, 50, "Huile"]), [false, false]);
    });
});
