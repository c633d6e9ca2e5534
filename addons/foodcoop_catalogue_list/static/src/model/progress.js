// SPDX-License-Identifier: AGPL-3.0-or-later

/** After so many looks without a beginning, a person may read by hand. */
export const PATIENCE = 15;

/**
 * What the form does after a look at the reading.
 *
 * @param {{state: string, percent: number, jobs: boolean} | null} told what the server
 *     says; null when it did not answer
 * @param {number} looks how often it was asked
 * @param {boolean} asked whether this page reads already
 */
export function nextStep(told, looks, asked) {
    if (!told) {
        return { done: false, readNow: false, late: false };
    }
    const waiting = told.state === "reading" && !told.percent && !asked;
    return {
        done: told.state !== "reading",
        readNow: waiting && !told.jobs,
        late: waiting && told.jobs && looks > PATIENCE,
    };
}
