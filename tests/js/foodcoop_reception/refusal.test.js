import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "../../../addons/foodcoop_reception/static/src/device/server.js";

const said = (name, message) => new Refusal({ data: { name, message } });

test("a sentence of Odoo's is shown, the server's inside is not", () => {
    const closed = said("odoo.exceptions.UserError", "This delivery is closed.");
    assert.equal(closed.message, "This delivery is closed.");
    assert.equal(closed.final, true);
    const broken = said("builtins.ValueError", "invalid literal for int()");
    assert.match(broken.message, /Something went wrong/);
    assert.equal(broken.final, false);
});
