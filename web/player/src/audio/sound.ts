/** What is heard of a game: its own sound once that has come, the page's short sounds until then. Silent until the first gesture, as
 * browsers ask, and while the tab is hidden. */
import { limiter, Mixer } from './mixer';
import { type Score, themeOf } from './score';
import { noise, speak } from './voices';

/** The same sound again within this many seconds is left out. */
const REST = 0.035;
/** Hz above which the page's own sounds are softened. */
const SOFT = 5200;
const RATE = 44100;
const LEVEL = 0.8;

/** The gain of a volume: what is heard halves with it (Stevens: loudness goes with the 0.6th power of sound pressure). */
export function loudness(share: number): number {
  return share ** (1 / 0.6);
}

/** What the player's settings say of sound: volumes are shares, 0-1. */
export interface Loudness {
  readonly muted: boolean;
  readonly music: number;
  readonly effects: number;
}

export class Sound {
  private context: AudioContext | null = null;
  private master: GainNode | null = null;
  private voices: AudioNode | null = null;
  private hiss: AudioBuffer | null = null;
  private score: Score | null = null;
  private mixer: Mixer | null = null;
  private music: GainNode | null = null;
  private effects: GainNode | null = null;
  private scene = 0;
  private share = 1;
  private readonly last = new Map<string, number>();
  private readonly wake = (): void => this.start();
  private readonly onHidden = (): void => {
    if (document.hidden) void this.context?.suspend();
    else void this.context?.resume();
  };

  constructor(private readonly settings: Loudness) {
    for (const type of ['pointerdown', 'keydown', 'touchend']) addEventListener(type, this.wake, { passive: true });
    document.addEventListener('visibilitychange', this.onHidden);
  }

  private start(): void {
    if (this.context === null) {
      if (typeof AudioContext === 'undefined') return;
      // The rate of the games' sound: nothing is resampled here, so loops close to the sample.
      this.context = new AudioContext({ sampleRate: RATE });
      this.master = this.context.createGain();
      this.master.connect(limiter(this.context, this.context.destination));
      const soften = this.context.createBiquadFilter();
      soften.type = 'lowpass';
      soften.frequency.value = SOFT;
      this.music = this.context.createGain();
      this.effects = this.context.createGain();
      this.music.connect(this.master);
      this.effects.connect(this.master);
      soften.connect(this.effects);
      this.voices = soften;
      this.hiss = noise(this.context);
      this.refresh();
      this.mix();
    }
    if (this.context.state === 'suspended' && !document.hidden) void this.context.resume();
  }

  /** From now on the game is heard as the server scored it. */
  accept(score: Score): void {
    this.score = score;
    this.mix();
  }

  private mix(): void {
    const { context, score, music, effects } = this;
    if (this.mixer !== null || score === null || context === null || music === null || effects === null) return;
    this.mixer = new Mixer(context, { music, effects }, score, themeOf(score.manifest, this.scene));
    this.mixer.level(this.share);
  }

  /** "silent" before a gesture, "voices" with the page's own sounds, "score" with the game's. */
  get source(): 'silent' | 'voices' | 'score' {
    return this.context === null ? 'silent' : this.mixer === null ? 'voices' : 'score';
  }

  /** State of the audio clock; null before a gesture. */
  get state(): string | null {
    return this.context?.state ?? null;
  }

  get loaded(): Score | null {
    return this.score;
  }

  /** Take over what the settings say now. */
  refresh(): void {
    const { context, settings } = this;
    if (context === null) return;
    const set = (node: GainNode | null, level: number): void => void node?.gain.setTargetAtTime(level, context.currentTime, 0.02);
    set(this.master, settings.muted ? 0 : LEVEL);
    set(this.music, loudness(settings.music));
    set(this.effects, loudness(settings.effects));
  }

  /** A scene of the game begins: its theme takes over. */
  enter(scene: number): void {
    this.scene = scene;
    if (this.score !== null) this.mixer?.change(themeOf(this.score.manifest, scene));
  }

  /** The theme that sounds; null before one does. */
  get theme(): string | null {
    return this.mixer?.theme ?? null;
  }

  /** Let the music follow a danger of 0-1; without one, what the kind of game always has. */
  follow(danger: number | null): void {
    this.mixer?.follow(danger ?? this.mixer.rest);
  }

  get rest(): number {
    return this.mixer?.rest ?? 0;
  }

  /** The music's level as a share of its own. */
  level(share: number): void {
    if (share === this.share) return;
    this.share = share;
    this.mixer?.level(share);
  }

  play(name: string, pitch = 1): void {
    const { context, voices, hiss } = this;
    if (context === null || voices === null || hiss === null || this.settings.muted || context.state !== 'running') return;
    const now = context.currentTime;
    if (now - (this.last.get(name) ?? -1) < REST) return;
    this.last.set(name, now);
    if (this.mixer?.play(name, pitch)) return;
    speak(context, voices, hiss, name, pitch);
  }

  destroy(): void {
    for (const type of ['pointerdown', 'keydown', 'touchend']) removeEventListener(type, this.wake);
    document.removeEventListener('visibilitychange', this.onHidden);
    void this.context?.close();
  }
}
