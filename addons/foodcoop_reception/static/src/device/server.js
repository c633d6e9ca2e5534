/** Calls to the server: an answer, or an error that tells whether it was reached. */

export class Refusal extends Error {}

/** @throws {Refusal} with the server's sentence; @throws {TypeError} without network */
export async function ask(path, params = {}) {
    const response = await fetch(`/reception/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ jsonrpc: "2.0", method: "call", params }),
    });
    if (!response.ok) {
        throw new TypeError(`HTTP ${response.status}`);
    }
    const { result, error } = await response.json();
    if (error) {
        throw Object.assign(new Refusal(error.data?.message || error.message), {
            session: error.code === 100,
        });
    }
    return result;
}
