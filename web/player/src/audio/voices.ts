/** Short synthesised sounds for what happens: what is heard of a game whose own sound has not come, or that has none. */

interface Voice {
  wave: OscillatorType | 'noise';
  /** Hz at the start and the end. */
  from: number;
  to: number;
  /** s */
  length: number;
  gain: number;
  /** s after the event. */
  delay?: number;
}

const note = (from: number, length = 0.12, gain = 0.12, delay = 0, wave: OscillatorType = 'triangle'): Voice => ({
  wave,
  from,
  to: from,
  length,
  gain,
  delay,
});

const SOUNDS: Readonly<Record<string, readonly Voice[]>> = {
  jump: [{ wave: 'square', from: 240, to: 520, length: 0.13, gain: 0.06 }],
  double_jump: [{ wave: 'square', from: 340, to: 760, length: 0.13, gain: 0.06 }],
  wall_jump: [{ wave: 'square', from: 280, to: 600, length: 0.12, gain: 0.06 }],
  flap: [{ wave: 'triangle', from: 300, to: 460, length: 0.1, gain: 0.12 }],
  land: [{ wave: 'noise', from: 900, to: 300, length: 0.06, gain: 0.06 }],
  dash: [{ wave: 'noise', from: 3000, to: 700, length: 0.16, gain: 0.09 }],
  stomp: [{ wave: 'square', from: 320, to: 90, length: 0.14, gain: 0.09 }],
  hit: [{ wave: 'noise', from: 2400, to: 500, length: 0.08, gain: 0.1 }],
  kill: [
    { wave: 'square', from: 420, to: 80, length: 0.18, gain: 0.07 },
    { wave: 'noise', from: 2000, to: 300, length: 0.14, gain: 0.07 },
  ],
  hurt: [{ wave: 'sawtooth', from: 330, to: 110, length: 0.24, gain: 0.1 }],
  die: [{ wave: 'sawtooth', from: 440, to: 60, length: 0.6, gain: 0.1 }],
  collect: [note(988, 0.07, 0.08, 0, 'square'), note(1319, 0.16, 0.08, 0.06, 'square')],
  key: [note(784, 0.09), note(988, 0.09, 0.12, 0.08), note(1175, 0.2, 0.12, 0.16)],
  door: [{ wave: 'noise', from: 700, to: 200, length: 0.22, gain: 0.1 }, note(392, 0.12, 0.1, 0.1)],
  locked: [note(150, 0.1, 0.12, 0, 'square'), note(130, 0.12, 0.12, 0.1, 'square')],
  checkpoint: [note(523, 0.1), note(659, 0.1, 0.12, 0.09), note(784, 0.2, 0.12, 0.18)],
  shoot: [{ wave: 'square', from: 900, to: 260, length: 0.09, gain: 0.045 }],
  enemy_shoot: [{ wave: 'triangle', from: 420, to: 180, length: 0.12, gain: 0.07 }],
  explode: [{ wave: 'noise', from: 1600, to: 80, length: 0.42, gain: 0.18 }],
  boss: [{ wave: 'sawtooth', from: 70, to: 110, length: 0.7, gain: 0.13 }],
  boss_phase: [{ wave: 'sawtooth', from: 120, to: 60, length: 0.5, gain: 0.13 }],
  wave: [note(440, 0.12), note(554, 0.18, 0.12, 0.12)],
  spring: [{ wave: 'sine', from: 180, to: 720, length: 0.22, gain: 0.15 }],
  bounce: [{ wave: 'sine', from: 200, to: 560, length: 0.16, gain: 0.12 }],
  gate: [note(880, 0.08, 0.09), note(1175, 0.14, 0.09, 0.07)],
  chest: [note(523, 0.1), note(784, 0.1, 0.12, 0.1), note(1047, 0.24, 0.12, 0.2)],
  powerup: [{ wave: 'triangle', from: 440, to: 1320, length: 0.34, gain: 0.13 }],
  level_up: [note(659, 0.09), note(784, 0.09, 0.12, 0.09), note(1047, 0.26, 0.12, 0.18)],
  swing: [{ wave: 'noise', from: 3600, to: 1200, length: 0.09, gain: 0.06 }],
  block: [{ wave: 'square', from: 700, to: 640, length: 0.06, gain: 0.07 }],
  win: [523, 659, 784, 1047, 1319].map((hz, i) => note(hz, i === 4 ? 0.5 : 0.12, 0.13, i * 0.11)),
  lose: [392, 330, 262, 196].map((hz, i) => note(hz, i === 3 ? 0.6 : 0.18, 0.13, i * 0.17)),
  select: [note(660, 0.06, 0.07, 0, 'square')],
};

/** Half a second of noise, for the voices that hiss. */
export function noise(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, context.sampleRate / 2, context.sampleRate);
  const data = buffer.getChannelData(0);
  for (let i = 0; i < data.length; i++) data[i] = Math.random() * 2 - 1;
  return buffer;
}

/** Play the sound of an event into `out`, if there is one. */
export function speak(context: BaseAudioContext, out: AudioNode, hiss: AudioBuffer, name: string, pitch: number): void {
  const now = context.currentTime;
  for (const v of SOUNDS[name] ?? []) {
    const at = now + (v.delay ?? 0);
    const gain = context.createGain();
    gain.gain.setValueAtTime(v.gain, at);
    gain.gain.exponentialRampToValueAtTime(0.0008, at + v.length);
    gain.connect(out);
    if (v.wave === 'noise') {
      const source = context.createBufferSource();
      source.buffer = hiss;
      const band = context.createBiquadFilter();
      band.type = 'bandpass';
      band.frequency.setValueAtTime(v.from, at);
      band.frequency.exponentialRampToValueAtTime(v.to, at + v.length);
      source.connect(band).connect(gain);
      source.start(at, Math.random() * 0.2, v.length);
    } else {
      const source = context.createOscillator();
      source.type = v.wave;
      source.frequency.setValueAtTime(v.from * pitch, at);
      source.frequency.exponentialRampToValueAtTime(Math.max(20, v.to * pitch), at + v.length);
      source.connect(gain);
      source.start(at);
      source.stop(at + v.length);
    }
  }
}
