// SPDX-License-Identifier: AGPL-3.0-or-later

/** Roles have a colour each, and a word beside it; what we do not know stays grey. */
const COLOURED = [
    "name",
    "variant",
    "code",
    "gtin",
    "price",
    "pack",
    "unit",
    "quantity",
    "vat",
    "origin",
];

export function colour(role) {
    if (!role) {
        return "o_fc_role_none";
    }
    return COLOURED.includes(role) ? `o_fc_role_${role}` : "o_fc_role_other";
}

/** The roles to choose from; one that the server does not list is kept as it is. */
export function choices(roles, role) {
    const known = roles.some(([value]) => value === role);
    return known ? roles : [...roles, [role, role]];
}

/** Products and headers are read, the rest is left out: what a touch on it does. */
export function rowChange(sheet, row) {
    return {
        what: "row",
        sheet,
        row: row.row,
        text: row.text,
        keep: row.kind !== "product",
    };
}

/** A column as it is asked for: its title comes from the header row, if there is one. */
export function columnChange(sheet, column, role) {
    const { block, title } = column;
    return { what: "column", sheet, column: column.column, block, title, role };
}

/** Where a box (in points) stands on a page, in percent of the page. */
export function place(box, page) {
    const percent = (part, whole) => `${((100 * part) / whole).toFixed(3)}%`;
    const [left, top, right, bottom] = box;
    return [
        `left:${percent(left, page.width)}`,
        `top:${percent(top, page.height)}`,
        `width:${percent(right - left, page.width)}`,
        `height:${percent(bottom - top, page.height)}`,
    ].join(";");
}
