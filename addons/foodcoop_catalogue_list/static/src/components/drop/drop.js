// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from "@odoo/owl";
import { getDataURLFromFile } from "@web/core/utils/urls";
import { checkFileSize } from "@web/core/utils/files";
import { registry } from "@web/core/registry";
import { BinaryField, binaryField } from "@web/views/fields/binary/binary_field";

/** A place to drop a file on, or to choose one with a click, a key or a finger. */
export class DropField extends BinaryField {
    static template = "foodcoop_catalogue_list.Drop";

    setup() {
        super.setup();
        this.state = useState({ over: false });
    }

    get full() {
        return Boolean(this.props.record.data[this.props.name]);
    }

    async onDrop(ev) {
        this.state.over = false;
        const [file] = ev.dataTransfer.files;
        if (!file || !checkFileSize(file.size, this.notification)) {
            return;
        }
        const url = await getDataURLFromFile(file);
        await this.update({ data: url.split(",")[1], name: file.name });
    }
}

registry.category("fields").add("catalogue_drop", {
    ...binaryField,
    component: DropField,
});
