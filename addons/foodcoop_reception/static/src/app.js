import { App, whenReady } from "@odoo/owl";
import { getTemplate } from "@web/core/templates";
import { SignedOut } from "./components/signed_out/signed_out.js";
import { Terminal } from "./components/terminal/terminal.js";
import { Desk } from "./device/desk.js";
import { isOurs } from "./device/installed.js";
import { restore } from "./device/language.js";
import { apply } from "./device/settings.js";
import { _t, account } from "./words.js";

const options = { getTemplate, translateFn: _t };
let app = null;

/** @param {boolean} again the same person, in another language */
async function show(desk, again) {
    app?.destroy();
    app = new App(Terminal, { ...options, props: { desk, again } });
    await app.mount(document.body);
}

whenReady(async () => {
    apply();
    restore();
    if (!isOurs(account)) {
        await new App(SignedOut, options).mount(document.body);
        return;
    }
    const desk = await Desk.open(account);
    document.addEventListener("foodcoop-language", () => show(desk, true));
    await show(desk, false);
});
