import { Component } from "@odoo/owl";

/** The page that the browser kept is another account's, or nobody's any more. */
export class SignedOut extends Component {
    static template = "foodcoop_reception.SignedOut";
    static props = {};
}
