/** A game's own sound through Web Audio: layers in step on one loop, stingers that the music makes room for, effects. */
import { layerGains } from './danger';
import type { Score } from './score';

/** Seconds in which the music rises to a danger, and lets go of one. */
const RISE = 0.35;
const FALL = 1.6;
/** Seconds of the fades around a stinger, and of the music's own coming and going. */
const DUCK = 0.12;
const RETURN = 0.9;
const ENTER = 0.6;
/** Effects that sound at once; more only make noise. */
const VOICES = 10;

/** Level below which nothing is changed; above it peaks are bent and never reach 1. */
const KNEE = 0.8;
const RANGE = 4;

/** Into a limiter that leaves quiet sound as it is and keeps loud sound below full scale. */
export function limiter(context: BaseAudioContext, out: AudioNode): AudioNode {
  const half = 8192;
  const curve = new Float32Array(2 * half + 1);
  for (let i = 0; i < curve.length; i++) {
    const x = ((i - half) / half) * RANGE;
    const over = Math.abs(x) - KNEE;
    curve[i] = over <= 0 ? x : Math.sign(x) * (KNEE + (0.98 - KNEE) * Math.tanh(over / (0.98 - KNEE)));
  }
  const scale = context.createGain();
  scale.gain.value = 1 / RANGE;
  const shaper = context.createWaveShaper();
  shaper.curve = curve;
  scale.connect(shaper).connect(out);
  return scale;
}

export class Mixer {
  private readonly music: GainNode;
  private readonly duck: GainNode;
  private readonly layers: GainNode[] = [];
  private readonly turns = new Map<string, number>();
  private sounding = 0;
  private ducked = 0;
  private stinger: { source: AudioBufferSourceNode; gain: GainNode } | null = null;
  danger: number;

  constructor(
    private readonly context: BaseAudioContext,
    private readonly out: AudioNode,
    private readonly score: Score,
  ) {
    const { theme } = score.manifest;
    this.danger = theme.rest;
    this.music = context.createGain();
    this.duck = context.createGain();
    this.music.connect(this.duck).connect(out);
    const now = context.currentTime;
    this.music.gain.setValueAtTime(0, now);
    this.music.gain.linearRampToValueAtTime(theme.gain, now + ENTER);
    const { start, length } = theme.loop;
    const rate = score.manifest.sampleRate;
    const gains = this.gains();
    score.layers.forEach((buffer, i) => {
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.loop = true;
      source.loopStart = start / rate;
      source.loopEnd = (start + length) / rate;
      const gain = context.createGain();
      gain.gain.value = gains[i] as number;
      source.connect(gain).connect(this.music);
      // All at one instant: they stay in step for good.
      source.start(now, start / rate);
      this.layers.push(gain);
    });
  }

  private gains(): number[] {
    const { layers } = this.score.manifest.theme;
    return layerGains(this.danger, layers.length, layers[0]?.alone ?? 1);
  }

  /** Let the layers follow a danger of 0-1. */
  follow(danger: number): void {
    if (Math.abs(danger - this.danger) < 0.02) return;
    const pace = danger > this.danger ? RISE : FALL;
    this.danger = danger;
    this.gains().forEach((gain, i) => {
      this.layers[i]?.gain.setTargetAtTime(gain, this.context.currentTime, pace);
    });
  }

  /** The music's level, as a share of its own: 1 in play, less behind a menu. */
  level(share: number): void {
    const { gain } = this.music;
    gain.cancelScheduledValues(this.context.currentTime);
    gain.setTargetAtTime(this.score.manifest.theme.gain * share, this.context.currentTime, DUCK);
  }

  /** @returns whether this game has a sound for the event. */
  play(event: string, pitch = 1): boolean {
    const { manifest } = this.score;
    const moment = manifest.moments[event];
    if (moment !== undefined) this.sting(moment);
    const effect = manifest.effects[event];
    if (effect === undefined || effect.clips.length === 0) return moment !== undefined;
    if (this.sounding >= VOICES) return true;
    const turn = this.turns.get(event) ?? 0;
    this.turns.set(event, turn + 1);
    const { source, gain } = this.clip(effect.clips[turn % effect.clips.length] as number, effect.gain, pitch);
    this.sounding++;
    source.onended = () => {
      this.sounding--;
      gain.disconnect();
    };
    return true;
  }

  private sting(name: string): void {
    const { manifest } = this.score;
    const one = manifest.stingers[name];
    if (one === undefined) return;
    const now = this.context.currentTime;
    // One at a time: the newest counts.
    if (this.stinger !== null) {
      this.stinger.gain.gain.setTargetAtTime(0, now, 0.03);
      this.stinger.source.stop(now + 0.2);
    }
    this.stinger = this.clip(one.clip, one.gain, 1);
    const seconds = (manifest.clips.places[one.clip]?.[1] ?? 0) / manifest.sampleRate;
    this.ducked = now + seconds;
    const { gain } = this.duck;
    gain.cancelScheduledValues(now);
    gain.setTargetAtTime(manifest.theme.ducked, now, DUCK);
    gain.setTargetAtTime(1, now + Math.max(0.2, seconds - RETURN), RETURN / 2);
  }

  /** Whether a stinger is heard now. */
  get stinging(): boolean {
    return this.context.currentTime < this.ducked;
  }

  private clip(index: number, level: number, pitch: number): { source: AudioBufferSourceNode; gain: GainNode } {
    const { manifest, clips } = this.score;
    const [first, count] = manifest.clips.places[index] as readonly [number, number];
    const source = this.context.createBufferSource();
    source.buffer = clips;
    source.playbackRate.value = pitch;
    const gain = this.context.createGain();
    gain.gain.value = level;
    source.connect(gain).connect(this.out);
    source.start(this.context.currentTime, first / manifest.sampleRate, count / manifest.sampleRate);
    return { source, gain };
  }
}
