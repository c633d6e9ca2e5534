import assert from "node:assert/strict";
import { test } from "node:test";
import { isMeant } from "../../../addons/foodcoop_reception/static/src/model/typed.js";

const CASES = [
    ["number", "310328", true],
    ["number", "12345,67", true],
    ["number", "9520000000011", false],
    ["number", "96385074", false],
    ["words", "two of palette 4711 wet", true],
    ["words", "9520000000011", false],
    ["code", "9520000000011", true],
    [undefined, "Frédérique", true],
    [undefined, "9520000000011", false],
    [undefined, "LOT-4711", false],
];

for (const [wanted, text, meant] of CASES) {
    test(`${text} in a field for ${wanted ?? "a name"}`, () =>
        assert.equal(isMeant(wanted, text), meant));
}
