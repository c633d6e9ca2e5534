/** One answer a line of standard input, for holding it against Python's. */
import { readFileSync } from "node:fs";
import { explain } from "../../../addons/foodcoop_scan/static/src/model/explain.js";
import { measuresOf } from "../../../addons/foodcoop_scan/static/src/model/measure.js";
import {
    decide,
    storedKey,
} from "../../../addons/foodcoop_scan/static/src/model/resolve.js";
import {
    printed,
    topic,
} from "../../../addons/foodcoop_scan/static/src/model/topic.js";

function answer({ raw, rules, bearers, known }) {
    const said = explain(raw, rules && measuresOf(rules), 2026);
    if (!bearers) {
        return said;
    }
    const bearing = (key) => bearers.filter((one) => storedKey(one.barcode) === key);
    const found = decide(said, bearing, known);
    return { ...found, topic: topic(found), printed: printed(said) };
}

const lines = readFileSync(0, "utf8").split("\n").filter(Boolean);
const answers = lines.map((line) => JSON.stringify(answer(JSON.parse(line))));
process.stdout.write(answers.join("\n"));
