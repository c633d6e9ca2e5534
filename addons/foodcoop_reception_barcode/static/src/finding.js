import { finding } from "../../../foodcoop_reception/static/src/model/code.js";
import { find } from "./model/find.js";

finding.find = find;
