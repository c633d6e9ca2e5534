/** Calls to the server: an answer, or an error that tells whether it was reached. */

import { _t } from "../words.js";
import { deviceId, learnTime } from "./identity.js";

/** Milliseconds: an answer that takes longer is none; a large delivery closes slowly. */
const PATIENCE = 20000;
const PATIENCE_TO_CLOSE = 90000;

/** The same call gets the same answer until a person has done something. */
const FINAL = ["UserError", "ValidationError", "MissingError"];

/** Odoo's own errors are sentences for a person; others tell of its inside. */
function sentenceIn({ message, data }) {
    return !data || data.name?.startsWith("odoo.")
        ? data?.message || message
        : _t(
              "Something went wrong on the server. What was counted is kept. Try again, or tell the office.",
          );
}

/**
 * The server has answered with a sentence. `session`: sign in again; `final`: asking
 * once more does not help.
 */
export class Refusal extends Error {
    constructor({ code, message, data }) {
        super(sentenceIn({ message, data }));
        this.session = code === 100;
        this.final = FINAL.some((name) => data?.name === `odoo.exceptions.${name}`);
    }
}

/** @throws {Refusal} with the server's sentence; @throws {TypeError} without network */
export async function ask(path, params = {}) {
    const patience = path === "close" ? PATIENCE_TO_CLOSE : PATIENCE;
    const { result, error } = await post(path, params, patience);
    if (error) {
        throw new Refusal(error);
    }
    return result;
}

async function post(path, params, patience) {
    const asked = Date.now();
    const impatience = new AbortController();
    const timer = setTimeout(() => impatience.abort(), patience);
    try {
        const response = await fetch(`/reception/${path}`, {
            method: "POST",
            headers: {
                "Content-Type": "application/json",
                "X-Foodcoop-Device": deviceId(),
            },
            body: JSON.stringify({ jsonrpc: "2.0", method: "call", params }),
            signal: impatience.signal,
        });
        learnTime(response.headers.get("Date"), asked);
        if (!response.ok) {
            throw new TypeError(`HTTP ${response.status}`);
        }
        return await response.json();
    } catch (error) {
        throw new TypeError("the server was not reached", { cause: error });
    } finally {
        clearTimeout(timer);
    }
}
