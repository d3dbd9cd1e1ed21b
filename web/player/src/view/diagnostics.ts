/** What a test may ask the page: read-only, and never read by the game. */
import { audition } from '../audio/audition';
import type { Sound } from '../audio/sound';
import type { GameEvent } from '../engine';
import type { Playthrough } from './playthrough';

/** What is asked about: the player, seen from here. */
interface Subject {
  readonly state: string;
  readonly playthrough: Playthrough;
  speed: number;
  readonly art: string;
  readonly ground: string;
  readonly distance: string;
  readonly heroTexture: string | null;
  readonly sound: Sound;
  readonly unscored: boolean;
}

export class Diagnostics {
  private readonly counts: Record<string, number> = {};
  private frames: number[] = [];

  constructor(private readonly player: Subject) {
    const page = window as unknown as { __makebelieve: Diagnostics };
    page.__makebelieve = this;
  }

  record(events: readonly GameEvent[]): void {
    for (const e of events) this.counts[e.type] = (this.counts[e.type] ?? 0) + 1;
  }

  frame(delta: number): void {
    this.frames.push(delta);
    if (this.frames.length > 60) this.frames.shift();
  }

  get state(): string {
    return this.player.state;
  }

  get mode(): string {
    return this.player.playthrough.mode;
  }

  get status(): string {
    return this.player.playthrough.session.status;
  }

  get tick(): number {
    return this.player.playthrough.session.tick;
  }

  get hash(): string {
    return this.player.playthrough.session.hash();
  }

  get expectedHash(): string | null {
    return this.player.playthrough.expectedHash;
  }

  /** 0-based. */
  get level(): number {
    return this.player.playthrough.index;
  }

  get score(): number {
    return this.player.playthrough.session.score;
  }

  get hero(): { x: number; y: number } {
    const { x, y } = this.player.playthrough.session.view().hero;
    return { x, y };
  }

  get fps(): number {
    const sum = this.frames.reduce((a, b) => a + b, 0);
    return sum === 0 ? 0 : (1000 * this.frames.length) / sum;
  }

  /** laid of the server's materials, or painted here. */
  get ground(): string {
    return this.player.ground;
  }

  /** laid of the server's layers, or painted here. */
  get distance(): string {
    return this.player.distance;
  }

  /** "drawn" once the cast is shown from the server's sheet, "none" before and without one, "failed" when it could not be had. */
  get art(): string {
    return this.player.art;
  }

  /** Key of the texture that shows the hero. */
  get heroTexture(): string | null {
    return this.player.heroTexture;
  }

  /** What is heard: "silent" before a gesture, then "voices" or "score"; "failed" when the game's sound could not be had. */
  get sound(): string {
    return this.player.unscored ? 'failed' : this.player.sound.source;
  }

  /** Whether the game's own sound has come. */
  get scored(): boolean {
    return this.player.sound.loaded !== null;
  }

  /** State of the audio clock; null before a gesture. */
  get soundState(): string | null {
    return this.player.sound.state;
  }

  /** The theme that sounds; null before one does. */
  get theme(): string | null {
    return this.player.sound.theme;
  }

  /** A theme of the game as it would be heard in danger, `seconds` of it; null before it has come. */
  async audition(seconds: number, theme?: string): Promise<{ samples: Float32Array; loop: number; rate: number } | null> {
    const score = this.player.sound.loaded;
    return score === null ? null : audition(score, seconds, theme);
  }

  /** Events since the page loaded, by type. */
  get events(): Readonly<Record<string, number>> {
    return { ...this.counts };
  }

  set speed(value: number) {
    this.player.speed = value;
  }
}
