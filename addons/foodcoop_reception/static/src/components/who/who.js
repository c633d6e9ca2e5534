import { Component, useState } from "@odoo/owl";
import { peopleToday } from "../../device/people.js";
import { asName } from "../../model/people.js";
import { holding } from "../../model/words.js";

/** Who stands here: a badge, a name of today, or a name that is typed. No password. */
export class Who extends Component {
    static template = "foodcoop_reception.Who";
    static props = { person: String, onPerson: Function, onBack: Function };

    setup() {
        this.state = useState({ text: "" });
        this.people = peopleToday();
    }

    get name() {
        return asName(this.state.text);
    }

    get names() {
        const names = this.people.map((one) => one.name);
        return names.filter(holding(this.state.text));
    }

    enter() {
        if (this.name) {
            this.props.onPerson({ name: this.name });
        }
    }
}
