import { gtin14Key, isValid } from "./check_digit.js";
import { upceExpanded } from "./facts.js";

/** Which class digits with a right check digit are, and their one spelling. */

const COUPONS = /^(05|98[0-3]|99)/;
export const RESTRICTED = ["rcn_region", "rcn_company", "rcn8"];

export function kindOf(digits) {
    if (digits.length === 8) {
        return "02".includes(digits[0]) ? "rcn8" : "gtin8";
    }
    if (digits.length === 14 && digits[0] !== "0") {
        return "gtin14_itf14";
    }
    const plain = { 12: "upca", 13: "gtin13", 14: "gtin14_itf14" }[digits.length];
    return restrictedOr(digits.slice(-13).padStart(13, "0"), plain);
}

/** GS1's prefixes that name no product of a member company. */
function restrictedOr(gtin13, plain) {
    if (/^0?2/.test(gtin13)) {
        return "rcn_region";
    }
    if (/^(04|0000000)/.test(gtin13)) {
        return "rcn_company";
    }
    if (COUPONS.test(gtin13)) {
        return "coupon_refund";
    }
    return /^97[789]/.test(gtin13) ? "isbn_issn" : plain;
}

export function reasonOf(kind) {
    if (RESTRICTED.includes(kind)) {
        return "restricted_circulation";
    }
    return kind === "coupon_refund" ? "not_a_product" : "ok";
}

export function canonical(kind, digits) {
    if (kind === "rcn8") {
        return digits;
    }
    if (RESTRICTED.includes(kind) || kind === "coupon_refund") {
        return digits.slice(-13).padStart(13, "0");
    }
    return gtin14Key(digits);
}

/** The UPC-A of a UPC-E. With a 1 in front, only what is no EAN-8 may be one. */
export function upcaOf(digits, symbology) {
    if (digits.length !== 8 || !"01".includes(digits[0]) || symbology === "]E4") {
        return "";
    }
    if (digits[0] === "1" && isValid(digits)) {
        return "";
    }
    const upca = upceExpanded(digits);
    return isValid(upca) ? upca : "";
}
