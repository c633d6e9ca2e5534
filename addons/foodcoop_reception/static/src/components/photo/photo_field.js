import { Component, onWillUnmount, useState } from "@odoo/owl";
import { shrink } from "../../device/photos.js";

/** A photo, if somebody wants to take one; `onPhoto` gets it as soon as it is small. */
export class PhotoField extends Component {
    static template = "foodcoop_reception.PhotoField";
    static props = { onPhoto: Function };

    setup() {
        this.state = useState({ standing: "none", url: "" });
        onWillUnmount(() => URL.revokeObjectURL(this.state.url));
    }

    choose({ target }) {
        const [file] = target.files;
        target.value = "";
        if (file) {
            this.props.onPhoto(this.take(file));
        }
    }

    /** Noted at once, whatever the picture takes; a photo that fails is none. */
    async take(file) {
        this.state.standing = "working";
        try {
            const photo = await shrink(file);
            URL.revokeObjectURL(this.state.url);
            const url = URL.createObjectURL(photo);
            Object.assign(this.state, { standing: "taken", url });
            return photo;
        } catch {
            this.state.standing = "failed";
            return null;
        }
    }
}
