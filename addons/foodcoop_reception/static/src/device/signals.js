import { settings } from "./settings.js";

/** Tone, vibration and flash: three ways to say the same thing. */

const TONES = {
    accept: [[1320, 0, 0.09]],
    ask: [
        [880, 0, 0.11],
        [660, 0.14, 0.16],
    ],
    refuse: [[220, 0, 0.35]],
    aside: [[220, 0, 0.35]],
};
const VIBRATIONS = { accept: 40, ask: [60, 60, 60], refuse: 300, aside: 300 };

/** Of a square wave: loud enough for a cold room with its fans on. */
const GAINS = { quiet: 0.08, normal: 0.25, loud: 0.7 };

let audio = null;

/** Browsers allow sound after a first touch or key only. */
function context() {
    audio ??= new AudioContext();
    if (audio.state === "suspended") {
        audio.resume();
    }
    return audio;
}

/** Never fails: a terminal without sound or vibration counts all the same. */
export function signal(tone) {
    if (settings.vibrate) {
        navigator.vibrate?.(VIBRATIONS[tone]);
    }
    try {
        play(TONES[tone]);
    } catch {
        // No way to make a sound here: the flash and the sentence say it.
    }
}

function play(parts) {
    const sound = context();
    for (const [frequency, start, length] of parts) {
        const oscillator = new OscillatorNode(sound, { frequency, type: "square" });
        const volume = new GainNode(sound, { gain: GAINS[settings.sound] });
        oscillator.connect(volume).connect(sound.destination);
        oscillator.start(sound.currentTime + start);
        oscillator.stop(sound.currentTime + start + length);
    }
}
