import { useSyncExternalStore } from 'react';
import { Watchers } from '../watchers';

/** Twice 0.4 s in 3 s, at the pitch of a desk phone: https://www.itu.int/rec/T-REC-E.182. */
const TONES_HERTZ = [440, 480];
const BURST_SECONDS = 0.4;
const PERIOD_SECONDS = 3;
const LOUDNESS = 0.08;

let audio: AudioContext | null = null;
const watchers = new Watchers();

/** Made when the page begins, so that it can say beforehand that it may make no sound. */
function context(): AudioContext {
  if (audio === null) {
    audio = new AudioContext();
    audio.onstatechange = watchers.tell;
    watchers.tell();
  }
  return audio;
}

/** A tab in which nobody has clicked yet may make no sound in most browsers: the first click, or key, lets it. */
export function unlockSound(): () => void {
  const unlock = () => void context().resume();
  unlock();
  window.addEventListener('click', unlock);
  window.addEventListener('keydown', unlock);
  return () => {
    window.removeEventListener('click', unlock);
    window.removeEventListener('keydown', unlock);
  };
}

/** Whether the browser keeps this page from making any sound. */
export function useSilenced(): boolean {
  return useSyncExternalStore(watchers.add, () => audio !== null && audio.state !== 'running');
}

/** Rings until what is returned is called. */
export function sound(): () => void {
  const speaker = context();
  void speaker.resume();
  const volume = speaker.createGain();
  volume.gain.value = 0;
  volume.connect(speaker.destination);
  const tones = TONES_HERTZ.map((hertz) => {
    const tone = speaker.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(volume);
    tone.start();
    return tone;
  });
  const burst = () => {
    for (const start of [0, 2 * BURST_SECONDS]) {
      volume.gain.setTargetAtTime(LOUDNESS, speaker.currentTime + start, 0.01);
      volume.gain.setTargetAtTime(0, speaker.currentTime + start + BURST_SECONDS, 0.01);
    }
  };
  burst();
  const repeating = setInterval(burst, PERIOD_SECONDS * 1000);
  return () => {
    clearInterval(repeating);
    tones.forEach((tone) => tone.stop());
    volume.disconnect();
  };
}
