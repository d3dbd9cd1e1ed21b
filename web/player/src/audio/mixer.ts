/** A game's own sound through Web Audio: layers in step on one loop, stingers that the music makes room for, effects. */
import { layerGains } from './danger';
import { HOME, type Score, type Theme } from './score';

/** Seconds in which the music rises to a danger, and lets go of one. */
const RISE = 0.35;
const FALL = 1.6;
/** Seconds of the fades around a stinger, and of the music's own coming and going. */
const DUCK = 0.12;
const RETURN = 0.9;
const ENTER = 0.6;
const LEAVE = 1.2;
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

/** One theme that sounds: its layers, in step, into a fader of its own. */
class Playing {
  private readonly fader: GainNode;
  private readonly sources: AudioBufferSourceNode[] = [];
  private readonly gains: GainNode[] = [];

  constructor(
    private readonly context: BaseAudioContext,
    out: AudioNode,
    readonly theme: Theme,
    buffers: readonly AudioBuffer[],
    rate: number,
    private danger: number,
  ) {
    this.fader = context.createGain();
    this.fader.connect(out);
    const now = context.currentTime;
    this.fader.gain.setValueAtTime(0, now);
    this.fader.gain.linearRampToValueAtTime(theme.gain, now + ENTER);
    const { start, length } = theme.loop;
    const levels = this.levels();
    buffers.forEach((buffer, i) => {
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.loop = true;
      source.loopStart = start / rate;
      source.loopEnd = (start + length) / rate;
      const gain = context.createGain();
      gain.gain.value = levels[i] as number;
      source.connect(gain).connect(this.fader);
      // All at one instant: they stay in step for good.
      source.start(now, start / rate);
      this.sources.push(source);
      this.gains.push(gain);
    });
  }

  private levels(): number[] {
    const { layers } = this.theme;
    return layerGains(this.danger, layers.length, layers[0]?.alone ?? 1);
  }

  follow(danger: number): void {
    if (Math.abs(danger - this.danger) < 0.02) return;
    const pace = danger > this.danger ? RISE : FALL;
    this.danger = danger;
    this.levels().forEach((level, i) => {
      this.gains[i]?.gain.setTargetAtTime(level, this.context.currentTime, pace);
    });
  }

  /** Fade out and end. */
  leave(): void {
    const now = this.context.currentTime;
    this.fader.gain.cancelScheduledValues(now);
    this.fader.gain.setTargetAtTime(0, now, LEAVE / 4);
    for (const source of this.sources) source.stop(now + LEAVE);
    const last = this.sources[0];
    if (last !== undefined) last.onended = () => this.fader.disconnect();
  }
}

export class Mixer {
  private readonly music: GainNode;
  private readonly duck: GainNode;
  private readonly effects: GainNode;
  private readonly turns = new Map<string, number>();
  private playing: Playing | null = null;
  private sounding = 0;
  private ducked = 0;
  private stinger: { source: AudioBufferSourceNode; gain: GainNode } | null = null;
  /** The theme that sounds. */
  theme = '';

  /** `volumes`: where music and effects go; both the same when nobody sets volumes. */
  constructor(
    private readonly context: BaseAudioContext,
    volumes: { music: AudioNode; effects: AudioNode },
    private readonly score: Score,
    theme: string = HOME,
  ) {
    this.music = context.createGain();
    this.duck = context.createGain();
    this.music.connect(this.duck).connect(volumes.music);
    this.effects = context.createGain();
    this.effects.connect(volumes.effects);
    this.change(theme);
  }

  /** Go over to another theme of the game; nothing while it is the one that sounds. */
  change(theme: string): void {
    const { manifest, layers } = this.score;
    const next = manifest.themes[theme];
    if (theme === this.theme || next === undefined) return;
    this.playing?.leave();
    this.theme = theme;
    this.playing = new Playing(this.context, this.music, next, layers[theme] ?? [], manifest.sampleRate, next.rest);
  }

  /** The danger that the theme that sounds always has. */
  get rest(): number {
    return this.playing?.theme.rest ?? 0;
  }

  /** Let the layers follow a danger of 0-1. */
  follow(danger: number): void {
    this.playing?.follow(danger);
  }

  /** The music's level, as a share of its own: 1 in play, less behind a menu. */
  level(share: number): void {
    const { gain } = this.music;
    gain.cancelScheduledValues(this.context.currentTime);
    gain.setTargetAtTime(share, this.context.currentTime, DUCK);
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
    const seconds = (manifest.clips.places[one.clip]?.[1] ?? 0) / manifest.clips.sampleRate;
    this.ducked = now + seconds;
    const { gain } = this.duck;
    gain.cancelScheduledValues(now);
    gain.setTargetAtTime(this.playing?.theme.ducked ?? 1, now, DUCK);
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
    source.connect(gain).connect(this.effects);
    source.start(this.context.currentTime, first / manifest.clips.sampleRate, count / manifest.clips.sampleRate);
    return { source, gain };
  }
}
