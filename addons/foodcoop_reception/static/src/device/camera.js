/** The camera as a scanner: the browser's own reader, else the one that Odoo brings. */

/** What is on goods, pallets and our labels; each more makes reading slower. */
const FORMATS = [
    "ean_13",
    "ean_8",
    "upc_a",
    "itf",
    "code_128",
    "data_matrix",
    "qr_code",
];
const ZXING = "/web/static/lib/zxing-library/zxing-library.js";

/** Why there is no picture: `insecure`, `refused`, `none`, `busy` or `no_reader`. */
export class NoCamera extends Error {}

/** @returns {Promise<MediaStream>} @throws {NoCamera} */
export async function openCamera() {
    if (!navigator.mediaDevices?.getUserMedia) {
        throw new NoCamera("insecure"); // browsers give it to pages of HTTPS only
    }
    try {
        const video = { facingMode: "environment", width: { ideal: 1280 } };
        return await navigator.mediaDevices.getUserMedia({ video });
    } catch (error) {
        const reasons = { NotAllowedError: "refused", NotReadableError: "busy" };
        throw new NoCamera(reasons[error.name] ?? "none", { cause: error });
    }
}

/** @returns {Promise<(video) => Promise<string[]>>} reads the codes of a picture */
export async function openReader() {
    const formats = (await globalThis.BarcodeDetector?.getSupportedFormats?.()) ?? [];
    if (formats.includes("ean_13")) {
        const wanted = FORMATS.filter((format) => formats.includes(format));
        const detector = new globalThis.BarcodeDetector({ formats: wanted });
        return async (video) =>
            (await detector.detect(video)).map(({ rawValue }) => rawValue);
    }
    await load(ZXING);
    return zxingReader(globalThis.ZXing);
}

function zxingReader(ZXing) {
    const { POSSIBLE_FORMATS, TRY_HARDER } = ZXing.DecodeHintType;
    const formats = FORMATS.map((format) => ZXing.BarcodeFormat[format.toUpperCase()]);
    const reader = new ZXing.MultiFormatReader();
    reader.setHints(
        new Map([
            [POSSIBLE_FORMATS, formats],
            [TRY_HARDER, true],
        ]),
    );
    const canvas = document.createElement("canvas");
    return async (video) => {
        Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
        canvas.getContext("2d", { willReadFrequently: true }).drawImage(video, 0, 0);
        const light = new ZXing.HTMLCanvasElementLuminanceSource(canvas);
        const bitmap = new ZXing.BinaryBitmap(new ZXing.HybridBinarizer(light));
        try {
            return [reader.decodeWithState(bitmap).getText()];
        } catch {
            return []; // nothing to read in this picture
        }
    };
}

/** A program of another address, once. */
function load(address) {
    if (globalThis.ZXing) {
        return null;
    }
    return new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = resolve;
        script.onerror = () => reject(new NoCamera("no_reader"));
        document.head.append(script);
    });
}
