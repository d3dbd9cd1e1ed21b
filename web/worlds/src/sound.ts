/** Ambience of a scene: wind, water, fire, a low chord by mood. Made by Web Audio; begins only after a gesture, rests with the tab. */
import type { Air } from './weather';

/** Steps above the root, in semitones: what the place feels like. */
const CHORDS: Readonly<Record<string, readonly number[]>> = {
  night: [0, 3, 7, 10],
  dusk: [0, 3, 7, 14],
  dawn: [0, 5, 7, 12],
  day: [0, 4, 7, 14],
};
const ROOTS: Readonly<Record<string, number>> = { cave: 82, dungeon: 73, underwater: 87, space: 65, volcano: 69, indoor: 110 };
const NOISE: Readonly<Partial<Record<Air, readonly [number, number]>>> = {
  rain: [2400, 0.1],
  snow: [500, 0.05],
  fog: [300, 0.04],
  embers: [900, 0.05],
  bubbles: [220, 0.09],
  dust: [380, 0.05],
};
const FADE = 1.6;

export class Sound {
  private context: AudioContext | null = null;
  private master: GainNode | null = null;
  private bed: GainNode | null = null;
  private volume = 0.7;
  private wanted: { air: Air; biome: string; time: string } | null = null;

  constructor() {
    const wake = (): void => {
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
      this.begin();
    };
    window.addEventListener('pointerdown', wake);
    window.addEventListener('keydown', wake);
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) void this.context?.suspend();
      else void this.context?.resume();
    });
  }

  get muted(): boolean {
    return this.volume === 0;
  }

  set muted(muted: boolean) {
    this.volume = muted ? 0 : 0.7;
    if (this.context !== null) this.master?.gain.setTargetAtTime(this.volume, this.context.currentTime, 0.1);
  }

  scene(air: Air, biome: string, time: string): void {
    this.wanted = { air, biome, time };
    this.change();
  }

  /** A short sound: a choice, something found, an ending. */
  cue(kind: 'choose' | 'found' | 'win' | 'lose' | 'refused'): void {
    const steps = { choose: [12], found: [12, 19, 24], win: [0, 4, 7, 12, 16], lose: [7, 3, 0, -5], refused: [-7, -8] }[kind];
    const context = this.context;
    if (context === null || this.master === null) return;
    steps.forEach((step, number) => {
      const at = context.currentTime + number * 0.11;
      const tone = context.createOscillator();
      const gain = context.createGain();
      tone.type = 'triangle';
      tone.frequency.value = 261.6 * 2 ** (step / 12);
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(0.12, at + 0.01);
      gain.gain.exponentialRampToValueAtTime(0.001, at + 0.5);
      tone.connect(gain).connect(this.master as GainNode);
      tone.start(at);
      tone.stop(at + 0.55);
    });
  }

  private begin(): void {
    if (this.context !== null || typeof AudioContext === 'undefined') return;
    this.context = new AudioContext();
    this.master = this.context.createGain();
    this.master.gain.value = this.volume;
    this.master.connect(this.context.destination);
    this.change();
  }

  private change(): void {
    const context = this.context;
    if (context === null || this.master === null || this.wanted === null) return;
    const now = context.currentTime;
    const old = this.bed;
    if (old !== null) {
      old.gain.setTargetAtTime(0, now, FADE / 3);
      window.setTimeout(() => old.disconnect(), FADE * 2000);
    }
    const bed = context.createGain();
    bed.gain.setValueAtTime(0, now);
    bed.gain.linearRampToValueAtTime(1, now + FADE);
    bed.connect(this.master);
    this.bed = bed;
    const { air, biome, time } = this.wanted;
    const root = ROOTS[biome] ?? 98;
    for (const step of CHORDS[time] ?? CHORDS.day ?? []) this.tone(context, bed, root * 2 ** (step / 12), step);
    const [cutoff, level] = NOISE[air] ?? [260, 0.025];
    this.wind(context, bed, cutoff, level);
  }

  private tone(context: AudioContext, bed: GainNode, frequency: number, step: number): void {
    const tone = context.createOscillator();
    const gain = context.createGain();
    const swell = context.createOscillator();
    const depth = context.createGain();
    tone.type = 'sine';
    tone.frequency.value = frequency;
    gain.gain.value = 0.028;
    swell.frequency.value = 0.05 + step * 0.007;
    depth.gain.value = 0.016;
    swell.connect(depth).connect(gain.gain);
    tone.connect(gain).connect(bed);
    tone.start();
    swell.start();
    this.endWith(bed, tone, swell);
  }

  private wind(context: AudioContext, bed: GainNode, cutoff: number, level: number): void {
    const length = context.sampleRate * 4;
    const buffer = context.createBuffer(1, length, context.sampleRate);
    const samples = buffer.getChannelData(0);
    for (let at = 0; at < length; at++) samples[at] = Math.random() * 2 - 1;
    const noise = context.createBufferSource();
    noise.buffer = buffer;
    noise.loop = true;
    const filter = context.createBiquadFilter();
    filter.type = 'lowpass';
    filter.frequency.value = cutoff;
    const gain = context.createGain();
    gain.gain.value = level;
    noise.connect(filter).connect(gain).connect(bed);
    noise.start();
    this.endWith(bed, noise);
  }

  /** Stop the sources when their bed has faded: a bed that is not ours any more is never heard again. */
  private endWith(bed: GainNode, ...sources: AudioScheduledSourceNode[]): void {
    const check = window.setInterval(() => {
      if (this.bed === bed) return;
      window.clearInterval(check);
      for (const source of sources) source.stop(source.context.currentTime + FADE * 2);
    }, 1000);
  }
}
