import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { finding } from "../../../addons/foodcoop_reception/static/src/model/code.js";
import { CHEESE, open } from "./delivery.js";

const LABEL = "2112345012346"; // 1.234 kg
const OTHER_LABEL = "2112345005003"; // 0.500 kg
const BASE = "2112345000008";

let session;

beforeEach(() => {
    session = open();
});

test("a weight label counts its weight, not what was ordered", () => {
    session.scan(LABEL);
    assert.equal(session.count(CHEESE), 1.234);
    session.scan(OTHER_LABEL);
    assert.equal(session.count(CHEESE), 1.734);
});

test("a price label counts the weight that its price pays for", () => {
    session.scan("2312345002655");
    assert.equal(session.count(CHEESE), 0.133);
});

test("a label after a touch replaces what was proposed", () => {
    session.choose(CHEESE);
    session.scan(LABEL);
    assert.equal(session.count(CHEESE), 1.234);
});

test("a label without a weight shows the product and leaves the weight to a person", () => {
    session.scan(BASE);
    assert.equal(session.active, CHEESE);
    session.set(3.2);
    session.scan(BASE);
    assert.equal(session.count(CHEESE), 3.2);
});

test("a GS1-128 and a case find their product", () => {
    session.scan("]C101095200000000111728010110L7");
    assert.equal(session.active, 1);
    assert.equal(session.count(1), 12);
    session.scan("9520000000028");
    session.scan("9520000000028");
    assert.equal(session.count(1), 13);
});

test("a code of letters is found whatever its case", () => {
    session.scan("sack-7");
    assert.equal(session.active, 1);
});

test("a misprint is unknown, never corrected", () => {
    assert.equal(session.scan("9520000000012").reason, "unknown_code");
    assert.equal(session.count(1), undefined);
});

test("the finder is the one of this addon", () => {
    assert.equal(finding.find(session.delivery, LABEL).measured, true);
});
