import { Component, onMounted, onWillUnmount, useRef, useState } from "@odoo/owl";
import { NoCamera, openCamera, openReader } from "../../device/camera.js";
import { Watch } from "../../model/watching.js";
import { _t } from "../../words.js";

/** Between two looks at the picture (milliseconds). */
const LOOK = 120;

/** The camera's picture; each code that comes into it is a scan. */
export class Camera extends Component {
    static template = "foodcoop_reception.Camera";
    static props = { onScan: Function, onClose: Function };

    setup() {
        this.state = useState({ problem: "" });
        this.video = useRef("video");
        this.watch = new Watch();
        this.isOver = false;
        onMounted(() => this.start());
        onWillUnmount(() => this.stop());
    }

    async start() {
        try {
            const [stream, read] = await Promise.all([openCamera(), openReader()]);
            this.stream = stream;
            this.read = read;
            if (this.isOver) {
                this.stop();
                return;
            }
            this.video.el.srcObject = stream;
            await this.video.el.play();
            await this.look();
        } catch (error) {
            this.state.problem = this.sentence(error);
        }
    }

    stop() {
        this.isOver = true;
        clearTimeout(this.timer);
        this.stream?.getTracks().forEach((track) => track.stop());
    }

    async look() {
        const began = performance.now();
        const codes = await this.read(this.video.el);
        if (this.isOver) {
            return;
        }
        for (const code of this.watch.look(codes, performance.now())) {
            const time = Math.round(performance.now() - began);
            const about = { suffix: "", layout: "camera", slowest: 0, time };
            this.props.onScan("scan", code, { ...about, length: code.length });
        }
        this.timer = setTimeout(() => this.look(), LOOK);
    }

    sentence(error) {
        const sentences = {
            insecure: _t(
                "The camera works on a secure page only (https). Ask the office for this address, or use a scanner.",
            ),
            refused: _t(
                "The browser may not use the camera. Touch the lock beside the address, allow the camera, then try again.",
            ),
            busy: _t("Another program uses the camera. Close it, then try again."),
            none: _t("This device has no camera that can be used. Use a scanner."),
            no_reader: _t(
                "The reader of codes could not be loaded. Try again when the network is back.",
            ),
        };
        return sentences[error instanceof NoCamera ? error.message : "none"];
    }
}
