import { App, whenReady } from "@odoo/owl";
import { getTemplate } from "@web/core/templates";
import { SignedOut } from "./components/signed_out/signed_out.js";
import { Terminal } from "./components/terminal/terminal.js";
import { Desk } from "./device/desk.js";
import { isOurs } from "./device/installed.js";
import { _t, account } from "./words.js";

const options = { getTemplate, translateFn: _t };

whenReady(async () => {
    if (!isOurs(account)) {
        await new App(SignedOut, options).mount(document.body);
        return;
    }
    const desk = await Desk.open(account);
    await new App(Terminal, { ...options, props: { desk } }).mount(document.body);
});
