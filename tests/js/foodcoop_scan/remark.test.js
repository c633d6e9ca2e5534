import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
    remark,
    together,
} from "../../../addons/foodcoop_scan/static/src/components/barcode_field/remark.js";
import { explain } from "../../../addons/foodcoop_scan/static/src/model/explain.js";
import { measuresOf } from "../../../addons/foodcoop_scan/static/src/model/measure.js";

const PYTHON = new URL(
    "../../../addons/foodcoop_scan/lib/explanation.py",
    import.meta.url,
);
const RULES = measuresOf([
    { pattern: "21IIIIINNDDDC", kind: "weight" },
    { pattern: "23IIIIINNNDDC", kind: "price" },
    { pattern: "24IIIIINNNNNC", kind: "count" },
    { pattern: "28IIIIIVNNDDC", kind: "price" },
]);
const TYPED = [
    ...["-", '"', "'", "3017620422003", "96385074", "036000291452", "04252614"],
    ...["13017620422000", "]C101095212345432133103001234", "2600000000000"],
    ...["0412345678903", "20000011", "9781234567897", "9811234021508"],
    ...["2112345012346", "2112345000008", "2312345002655", "2312345000002"],
    ...["2412345000122", "2800107412502", "4006381333930", "123456789"],
    ...["9".repeat(30), "1234", "abc", "٣٠١٧٦٢٠٤٢٢٠٠٣", "]C10195212345432133103001234"],
    ...["01000054", "]C10109521234543213172613"],
    ...[
        "30176204220033017620422003",
        '"à&è-éà\'ééàà"',
        "3.01762E+12",
        "3017620422003.0",
    ],
    ...["3017620422003,00", "36000291452", "3017 6204 22003"],
];
const TONGUE = {
    point: ",",
    _t: (text, values = {}) =>
        text.replace(/%\((\w+)\)s/g, (_, name) => values[name] ?? "?"),
};

test("whatever is typed gets a sentence, on a product and on a pack", () => {
    for (const typed of TYPED) {
        for (const pack of [false, true]) {
            const said = explain(typed, RULES, 2026);
            const { text, tone, icon } = remark(said, TONGUE, pack);
            assert.ok(text && !text.includes("?)") && tone && icon, typed);
        }
    }
});

/** The values of an enumeration of Python's. */
function valuesOf(name) {
    const source = readFileSync(PYTHON, "utf8").split(`class ${name}(`)[1];
    const body = source.split("\n\n\n")[0];
    return [...body.matchAll(/^ {4}[A-Z_0-9]+ = "(.*)"$/gm)].map(([, value]) => value);
}

test("every reason and every kind is among what was typed", () => {
    const told = TYPED.map((typed) => explain(typed, RULES, 2026));
    const kinds = new Set(told.flatMap((said) => [said.class, said.holds]));
    const reasons = new Set(told.map((said) => said.reason));
    assert.deepEqual(
        [...new Set(valuesOf("Kind"))].filter((k) => !kinds.has(k)),
        [],
    );
    assert.deepEqual(
        valuesOf("Reason").filter((reason) => !reasons.has(reason)),
        [],
    );
});

test("decimals are written as people here write them", () => {
    const said = explain("2112345012346", RULES);
    assert.match(remark(said, TONGUE).text, /1,234 kg/);
});

test("what the shop knows comes before the digits, what is wrong with them first", () => {
    const shop = { tone: "wrong", text: "This is the number of Honey." };
    const fine = remark(explain("3017620422003", RULES), TONGUE);
    const wrong = remark(explain("3017620422004", RULES), TONGUE);
    const said = together(fine, shop);
    assert.equal(said.text, shop.text);
    assert.equal(said.tone, "text-danger");
    assert.ok(!said.refused, "the server has the last word: a shop apart may have it");
    assert.equal(together(wrong, shop), wrong);
    assert.equal(together(fine, false), fine);
    assert.equal(together(fine, null), fine);
});
