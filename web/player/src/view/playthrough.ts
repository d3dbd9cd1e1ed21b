/** A game played from its first level to its last: levels in sequence, score and lives carried, by a person or by the certificate. */
import type { Config, GameEvent, MakebelieveEngine, Session } from '../engine';

export type Mode = 'play' | 'watch' | 'race' | 'endless';
export type Outcome = 'playing' | 'cleared' | 'won' | 'lost';

/** Kinds whose stages can go on after the mark. */
export const ENDLESS_KINDS: readonly string[] = ['infinite-jumper', 'flappy-clone', 'horde-survivors'];

export class Playthrough {
  readonly scenes: readonly number[];
  mode: Mode = 'play';
  /** Position in `scenes`. */
  index = 0;
  session: Session;
  ghost: Session | null = null;
  /** Ticks played over all levels of this run. */
  ticks = 0;
  private readonly scripts: readonly (readonly number[])[];
  private carriedScore = 0;
  private carriedLives: number | undefined;

  constructor(
    private readonly engine: MakebelieveEngine,
    readonly config: Config,
  ) {
    this.scenes = engine.gameplayScenes(config);
    const proven = config.game.proof?.certificate.levels ?? [];
    this.scripts = this.scenes.map((scene) => {
      const level = proven.find((l) => l.scene === scene && l.status === 'proven');
      return level === undefined ? [] : engine.decodeInputs(level.inputs);
    });
    this.session = engine.open(config, this.scene);
  }

  get scene(): number {
    return this.scenes[this.index] as number;
  }

  get last(): boolean {
    return this.index === this.scenes.length - 1;
  }

  /** Whether a certificate exists for every level, so that it can be watched and raced. */
  get proven(): boolean {
    return this.scripts.length > 0 && this.scripts.every((s) => s.length > 0);
  }

  get endlessOffered(): boolean {
    return ENDLESS_KINDS.includes(this.config.game.kind);
  }

  /** The proof's final hash of the level being played, to compare a watched run with. */
  get expectedHash(): string | null {
    return this.config.game.proof?.certificate.levels.find((l) => l.scene === this.scene)?.final_hash ?? null;
  }

  start(mode: Mode, index = mode === 'endless' ? this.scenes.length - 1 : 0): void {
    this.mode = mode;
    this.index = index;
    this.carriedScore = 0;
    this.carriedLives = undefined;
    this.ticks = 0;
    this.open();
  }

  /** Play the level again as it was entered. A lost run gets its lives back. */
  retry(): void {
    if (this.outcome === 'lost') this.carriedLives = undefined;
    this.open();
  }

  next(): void {
    if (this.last) return;
    const hud = this.session.view().hud;
    this.carriedScore = hud.score;
    this.carriedLives = Math.max(1, hud.lives);
    this.index++;
    this.open();
  }

  /** One tick; `input` is ignored while the certificate plays. */
  step(input: number): readonly GameEvent[] {
    if (this.session.status !== 'playing') return [];
    const script = this.scripts[this.index] as readonly number[];
    const tick = this.session.tick;
    if (this.ghost !== null && this.ghost.status === 'playing') this.ghost.step(script[tick] ?? 0);
    this.ticks++;
    return this.session.step(this.mode === 'watch' ? (script[tick] ?? 0) : input);
  }

  get outcome(): Outcome {
    const status = this.session.status;
    return status === 'won' ? (this.last ? 'won' : 'cleared') : status;
  }

  private open(): void {
    // A certificate holds for a level entered afresh, so watching carries nothing over.
    const options =
      this.mode === 'watch'
        ? {}
        : {
            score: this.carriedScore,
            ...(this.carriedLives === undefined ? {} : { lives: this.carriedLives }),
            ...(this.mode === 'endless' ? { endless: true } : {}),
          };
    this.session = this.engine.open(this.config, this.scene, options);
    this.ghost = this.mode === 'race' && this.scripts[this.index]?.length ? this.engine.open(this.config, this.scene) : null;
  }
}
