/** What is heard of a game: its own sound once that has come, the page's short sounds until then. Silent until the first gesture, as
 * browsers ask, and while the tab is hidden. */
import { limiter, Mixer } from './mixer';
import type { Score } from './score';
import { noise, speak } from './voices';

/** The same sound again within this many seconds is left out. */
const REST = 0.035;
/** Hz above which the page's own sounds are softened. */
const SOFT = 5200;
const RATE = 44100;
const LEVEL = 0.8;

export class Sound {
  private context: AudioContext | null = null;
  private master: GainNode | null = null;
  private voices: AudioNode | null = null;
  private hiss: AudioBuffer | null = null;
  private score: Score | null = null;
  private mixer: Mixer | null = null;
  private share = 1;
  private readonly last = new Map<string, number>();
  private readonly wake = (): void => this.start();
  private readonly onHidden = (): void => {
    if (document.hidden) void this.context?.suspend();
    else void this.context?.resume();
  };

  constructor(public muted: boolean) {
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
      soften.connect(this.master);
      this.voices = soften;
      this.hiss = noise(this.context);
      this.setMuted(this.muted);
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
    if (this.mixer !== null || this.score === null || this.context === null || this.master === null) return;
    this.mixer = new Mixer(this.context, this.master, this.score);
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

  setMuted(muted: boolean): void {
    this.muted = muted;
    if (this.master !== null && this.context !== null) {
      this.master.gain.setTargetAtTime(muted ? 0 : LEVEL, this.context.currentTime, 0.02);
    }
  }

  /** Let the music follow a danger of 0-1; without one, what the kind of game always has. */
  follow(danger: number | null): void {
    this.mixer?.follow(danger ?? this.score?.manifest.theme.rest ?? 0);
  }

  get rest(): number {
    return this.score?.manifest.theme.rest ?? 0;
  }

  /** The music's level as a share of its own. */
  level(share: number): void {
    if (share === this.share) return;
    this.share = share;
    this.mixer?.level(share);
  }

  play(name: string, pitch = 1): void {
    const { context, voices, hiss } = this;
    if (context === null || voices === null || hiss === null || this.muted || context.state !== 'running') return;
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
