import { Component, useState } from "@odoo/owl";

/** How people call this terminal; who stands before it may say it better. */
export class DeviceName extends Component {
    static template = "foodcoop_reception.DeviceName";
    static props = { desk: Object };

    setup() {
        this.view = useState(this.props.desk.view);
        this.state = useState({ editing: false, name: "" });
    }

    edit() {
        Object.assign(this.state, { editing: true, name: this.view.name });
    }

    async save() {
        this.state.editing = false;
        await this.props.desk.here(this.state.name);
    }
}
