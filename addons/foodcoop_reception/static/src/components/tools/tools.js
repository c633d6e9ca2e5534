import { Component, useEffect, useRef, useState } from "@odoo/owl";
import { settings } from "../../device/settings.js";

/** The camera and the settings: in the same corner of every screen. */
export class Tools extends Component {
    static template = "foodcoop_reception.Tools";
    static props = {
        isQuiet: Boolean,
        isBack: Boolean,
        onSettings: Function,
        onCamera: Function,
    };

    setup() {
        this.settings = useState(settings);
        this.gear = useRef("gear");
        // Whoever comes back from the settings is where they were.
        useEffect(
            () => this.props.isBack && this.gear.el.focus(),
            () => [],
        );
    }
}
