// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from "node:assert/strict";
import test from "node:test";

import {
    nextStep,
    PATIENCE,
} from "../../../addons/foodcoop_catalogue_list/static/src/model/progress.js";
import {
    choices,
    colour,
    columnChange,
    place,
    rowChange,
} from "../../../addons/foodcoop_catalogue_list/static/src/model/repair.js";

const waiting = { state: "reading", percent: 0, jobs: true };

test("a server without jobs is asked to read, once", () => {
    const told = { ...waiting, jobs: false };
    assert.equal(nextStep(told, 1, false).readNow, true);
    assert.equal(nextStep(told, 2, true).readNow, false);
});

test("a job that does not come is offered by hand, after a while", () => {
    assert.equal(nextStep(waiting, PATIENCE, false).late, false);
    assert.equal(nextStep(waiting, PATIENCE + 1, false).late, true);
    assert.equal(nextStep({ ...waiting, percent: 5 }, 99, false).late, false);
});

test("it is done when the state has moved on; silence is not done", () => {
    assert.equal(nextStep({ ...waiting, state: "check" }, 1, false).done, true);
    assert.equal(nextStep(null, 1, false).done, false);
});

test("every role has a colour, what is unknown too", () => {
    assert.equal(colour("price"), "o_fc_role_price");
    assert.equal(colour("deposit"), "o_fc_role_other");
    assert.equal(colour(""), "o_fc_role_none");
});

test("a role that the server does not list can still be shown", () => {
    const roles = [["price", "Price"]];
    assert.deepEqual(choices(roles, "price"), roles);
    assert.deepEqual(choices(roles, "odd").at(-1), ["odd", "odd"]);
});

test("a touch leaves a product out and takes the rest in", () => {
    assert.equal(rowChange("T", { row: 3, kind: "product" }).keep, false);
    assert.equal(rowChange("T", { row: 3, kind: "ignored" }).keep, true);
});

test("a column is named by where it stands and its title", () => {
    const change = columnChange("T", { column: 4, block: 2, title: "Prix" }, "price");
    assert.deepEqual(change, {
        what: "column",
        sheet: "T",
        column: 4,
        block: 2,
        title: "Prix",
        role: "price",
    });
});

test("points become percent of the page", () => {
    const style = place([50, 100, 100, 200], { width: 500, height: 1000 });
    assert.equal(style, "left:10.000%;top:10.000%;width:10.000%;height:10.000%");
});
