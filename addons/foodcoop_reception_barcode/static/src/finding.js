import { finding } from "../../../foodcoop_reception/static/src/model/code.js";
import { find, read } from "./model/find.js";

Object.assign(finding, { find, read });
