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

let audio = null;

/** Browsers allow sound after a first touch or key only. */
function context() {
    audio ??= new AudioContext();
    if (audio.state === "suspended") {
        audio.resume();
    }
    return audio;
}

export function signal(tone) {
    navigator.vibrate?.(VIBRATIONS[tone]);
    const sound = context();
    for (const [frequency, start, length] of TONES[tone]) {
        const oscillator = new OscillatorNode(sound, { frequency, type: "square" });
        const volume = new GainNode(sound, { gain: 0.25 });
        oscillator.connect(volume).connect(sound.destination);
        oscillator.start(sound.currentTime + start);
        oscillator.stop(sound.currentTime + start + length);
    }
}
