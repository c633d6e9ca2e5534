import { App, whenReady } from "@odoo/owl";
import { getTemplate } from "@web/core/templates";
import { Terminal } from "./components/terminal/terminal.js";
import { ScanStore } from "./device/store.js";
import { _t } from "./words.js";

whenReady(async () => {
    const store = await ScanStore.open();
    const app = new App(Terminal, { getTemplate, props: { store }, translateFn: _t });
    await app.mount(document.body);
});
