import { App, whenReady } from "@odoo/owl";
import { getTemplate } from "@web/core/templates";
import { Terminal } from "./components/terminal/terminal.js";
import { restore } from "./device/language.js";
import { apply } from "./device/settings.js";
import { ScanStore } from "./device/store.js";
import { _t } from "./words.js";

let app = null;

/** @param {boolean} again the same person, in another language */
async function show(store, again) {
    app?.destroy();
    const props = { store, again };
    app = new App(Terminal, { getTemplate, props, translateFn: _t });
    await app.mount(document.body);
}

whenReady(async () => {
    apply();
    restore();
    const store = await ScanStore.open();
    document.addEventListener("foodcoop-language", () => show(store, true));
    await show(store, false);
});
