/**
 * The contracts of the simulation core: what a config holds, what a family provides, what a view may read.
 *
 * Units: positions and velocities in the state are int32 in 1/256 px (subpixels); time is in ticks of 1/60 s.
 * The config speaks pixels, seconds and multipliers; `compile` turns them into integers once.
 */

import type { Proof } from './proof';

export type { LevelProof, Proof } from './proof';

export type Difficulty = 'easy' | 'normal' | 'hard';

/** What the author asked for, before any rule or level is derived from it. Multipliers are 1 by default. */
export interface Design {
  difficulty: Difficulty;
  /** Number of levels (gameplay scenes), 1-10. */
  levels: number;
  /** Level length multiplier, 0.5-2. */
  length: number;
  enemy_density: number;
  collectible_density: number;
  hazard_density: number;
  /** Names from the family's `mechanics` list, e.g. "double-jump". */
  mechanics: string[];
  /** Whether the last level holds a boss (kinds that know bosses). */
  boss: boolean;
  lives: number;
  /** Hit points of the hero. */
  health: number;
  /** Seconds per level; 0 = no limit. */
  time_limit: number;
  hero_speed: number;
  jump_height: number;
  gravity: number;
  enemy_speed: number;
}

export type Role =
  | 'hero'
  | 'enemy'
  | 'boss'
  | 'collectible'
  | 'hazard'
  | 'key'
  | 'door'
  | 'checkpoint'
  | 'goal'
  | 'powerup'
  | 'projectile'
  | 'platform'
  | 'spring'
  | 'chest'
  | 'prop';

export interface EntitySpec {
  /** Unique name inside the config ("hero", "bat", "coin"). Spawns refer to it. */
  type: string;
  count?: number;
  health?: number;
  /** Multiplier. */
  speed?: number;
  /** Behaviour name: patrol, hop, fly, chase, shoot, charge, guard, swarm, wander, boss … (see each family). */
  ai_behavior?: string;
  properties: { role: Role; [key: string]: unknown };
}

export interface Spawn {
  type: string;
  /** Tile coordinates of the cell the thing stands in (may be fractional in halves). */
  x: number;
  y: number;
  [key: string]: unknown;
}

export interface Wave {
  /** Tick at which the wave starts. */
  at: number;
  type: string;
  count: number;
  /** Formation name, see the arena family. */
  pattern: string;
  [key: string]: unknown;
}

export interface Mark {
  /** What is counted towards the win. */
  kind: 'goal' | 'height' | 'gates' | 'seconds' | 'score' | 'boss' | 'waves' | 'collect';
  value: number;
}

/** A level is data: everything the simulation needs, readable and editable by hand. */
export interface LevelData {
  /** Pixels per tile, 8 or 16. */
  tile: number;
  width: number;
  height: number;
  /** `height` strings of `width` characters. '.' air, '#' solid, '=' one-way, '^' spikes, '~' deadly liquid; families may add. */
  rows: string[];
  start: [number, number];
  goal?: [number, number];
  spawns: Spawn[];
  waves?: Wave[];
  mark: Mark;
  /** Seed of everything random at play time. */
  seed: number;
  /** Which tension and try gave this layout; composing anew begins there. */
  made?: { tension: number; attempt: number };
  [key: string]: unknown;
}

export interface SceneSpec {
  name: string;
  type?: string;
  entities?: string[];
  properties: { level?: LevelData; seed?: number; design?: Partial<Design>; [key: string]: unknown };
}

export interface Config {
  schema_version: string;
  game: {
    title: string;
    kind: string;
    seed: number;
    design: Design;
    /** Numbers the simulation runs on, in px, s and frames; written by compose from `design` and `tuning`, then law. */
    rules?: Record<string, number | string | boolean>;
    /** The author's own values for single rules; they outlive a new composition, which derives all other rules anew. */
    tuning?: Record<string, number | string | boolean>;
    proof?: Proof;
    [key: string]: unknown;
  };
  entities: EntitySpec[];
  scenes: SceneSpec[];
  [key: string]: unknown;
}

/** One scene with everything resolved: what `compile` reads and what `play_hash` covers. */
export interface SceneInput {
  kind: string;
  design: Design;
  rules: Record<string, number | string | boolean>;
  entities: EntitySpec[];
  level: LevelData;
}

/** All mutable simulation state. Snapshots are `slice()`, equality is the hash. */
export type State = Int32Array;

/** Static data compiled from one scene. Families extend it. */
export interface World {
  readonly family: Family;
  readonly scene: SceneInput;
  readonly types: readonly EntitySpec[];
  readonly width: number;
  readonly height: number;
  /** Subpixels per tile. */
  readonly tile: number;
  /** Tile codes, row-major. */
  readonly tiles: Uint8Array;
  /** Entity slots in the state. */
  readonly capacity: number;
}

export interface InitOptions {
  /** Go on after the mark is reached (endless kinds). */
  endless?: boolean;
  lives?: number;
  score?: number;
}

export type EventType =
  | 'jump'
  | 'double_jump'
  | 'land'
  | 'dash'
  | 'wall_jump'
  | 'glide'
  | 'flap'
  | 'stomp'
  | 'hit'
  | 'kill'
  | 'hurt'
  | 'die'
  | 'respawn'
  | 'collect'
  | 'key'
  | 'door'
  | 'locked'
  | 'checkpoint'
  | 'shoot'
  | 'enemy_shoot'
  | 'explode'
  | 'spawn'
  | 'boss'
  | 'boss_phase'
  | 'wave'
  | 'spring'
  | 'bounce'
  | 'gate'
  | 'chest'
  | 'powerup'
  | 'level_up'
  | 'swing'
  | 'block'
  | 'room'
  | 'alert'
  | 'lever'
  | 'win'
  | 'lose'
  | 'step';

/** Something the view may show or sound; never read by the simulation. Positions in px. */
export interface GameEvent {
  type: EventType;
  x: number;
  y: number;
  /** Entity type name, if one is concerned. */
  entity?: string;
  value?: number;
}
export type EventSink = GameEvent[] | null;

export type Anim =
  | 'idle'
  | 'walk'
  | 'run'
  | 'jump'
  | 'fall'
  | 'attack'
  | 'hurt'
  | 'die'
  | 'dash'
  | 'climb'
  | 'fly'
  | 'charge'
  | 'sleep'
  | 'open'
  | 'closed';

export interface Drawable {
  /** Stable while the thing lives: the entity slot, -1 for the hero. */
  id: number;
  type: string;
  role: Role;
  /** Centre, px (may be fractional). */
  x: number;
  y: number;
  /** Hitbox size, px. */
  w: number;
  h: number;
  /** Radians clockwise from right for things that turn; 0 or PI for side views. */
  angle: number;
  flip: boolean;
  anim: Anim;
  /** Ticks since this animation began, if known. */
  age: number;
  hp: number;
  maxHp: number;
  /** White hit flash. */
  flash: boolean;
  /** Blinks (invulnerable), 0-1 opacity wish. */
  alpha: number;
}

export interface Hud {
  score: number;
  lives: number;
  hp: number;
  maxHp: number;
  /** Seconds; null without a limit. */
  timeLeft: number | null;
  keys: number;
  collected: number;
  collectTotal: number;
  /** Progress to the mark: what, now, target. */
  mark: { kind: string; value: number; target: number };
  boss: { name: string; hp: number; max: number } | null;
  /** Level of the hero in kinds that have one. */
  level: number | null;
  xp: { value: number; next: number } | null;
  /** Kills in a row and what they multiply scores by, in kinds that count them. */
  combo?: number;
  multiplier?: number;
  /** Bombs left; null in kinds or games without. */
  bombs?: number | null;
  /** Waves begun, of how many; in kinds that have waves. */
  wave?: { value: number; total: number };
  /** An open choice: the game waits; left and right move the cursor, A takes. Seconds left before the cursor's option is taken. */
  choices?: { options: Choice[]; cursor: number; timeLeft: number } | null;
}

export interface Choice {
  name: string;
  /** What it does, in a few words. */
  hint: string;
  /** Level it would have. */
  level: number;
}

export interface View {
  /** Point the camera follows and the limits it stays in, px. */
  camera: { x: number; y: number; left: number; top: number; right: number; bottom: number };
  hero: Drawable;
  things: Drawable[];
  /** Tiles that differ from the level's rows now (opened doors, broken blocks), as [x, y, character]. */
  tileChanges: [number, number, string][];
  hud: Hud;
}

export interface ComposeRequest {
  kind: string;
  design: Design;
  rules: Record<string, number | string | boolean>;
  entities: EntitySpec[];
  /** `game.theme` of the config: only what it looks like may depend on it (shape of the place, not its difficulty). */
  theme?: Record<string, unknown>;
  /** 0-based index of the level and how many there are: later ones are longer, meaner and use more of the vocabulary. */
  index: number;
  count: number;
  /** Raised or lowered by the proof loop when the noisy bot finds a level too easy or too hard; 0 at first, about -3..3. */
  tension: number;
  /** Seed of this scene. Draw every concern (geometry, enemies, collectibles, hazards, decoration) from its own stream of it. */
  seed: number;
  /** Which try this is; only a wholly new layout should depend on it. */
  attempt: number;
}

export interface Budget {
  /** Node expansions at most. */
  nodes: number;
  /** Simulated ticks at most. */
  ticks: number;
}

export interface SolveResult {
  /** One input bitmask per tick from the first tick on, up to and including the winning tick; null when not found. */
  inputs: number[] | null;
  nodes: number;
  ticks: number;
  /** Farthest point reached, tiles; where to repair. */
  farthest: [number, number];
}

/** A closed-loop player. The harness shows it a delayed state and applies what it wants late and jittered. */
export interface Bot {
  act(observed: State): number;
  /** Set once the bot has given up; the game counts as lost without being played to its end. */
  readonly lost?: boolean;
}

export interface Metrics {
  /** 0-1 each; see docs/guide/levels.md. */
  linearity: number;
  leniency: number;
  density: number;
  [name: string]: number;
}

export interface ClaimCheck {
  /** Readable claim of the config: "spike hurts", "coin scores", "door needs key". */
  claim: string;
  ok: boolean;
  detail: string;
}

export interface Family {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly mechanics: Readonly<Record<string, readonly string[]>>;
  readonly behaviors: readonly string[];
  /** Derive the numbers the simulation runs on. Given rules win over derived ones. */
  rules(kind: string, design: Design, given: Record<string, number | string | boolean>): Record<string, number | string | boolean>;
  /** Entity types a level of this kind needs beyond the author's (goal, checkpoint, projectile …), added when missing. */
  complete(kind: string, design: Design, entities: EntitySpec[]): EntitySpec[];
  compose(request: ComposeRequest): LevelData;
  /** Mend a level near the point a search could not pass. */
  repair(level: LevelData, request: ComposeRequest, farthest: [number, number]): LevelData;
  compile(scene: SceneInput): World;
  init(world: World, options?: InitOptions): State;
  step(world: World, state: State, input: number, events: EventSink): void;
  view(world: World, state: State): View;
  solve(world: World, budget: Budget): SolveResult;
  /** Set if `solve` first lets a planning player walk the level, which costs no nodes, and searches only where she fails. */
  readonly walksFirst?: boolean;
  /** Set if trivial bots hardly ever win, so that a level is better judged by the noisy bot first. */
  readonly rarelyTrivial?: boolean;
  bot(world: World, seed: number): Bot;
  /** Ticks between what happens and what the bot sees, and by how many at most its keys are late; without it, prove/run.ts's. */
  readonly noise?: { readonly delay: number; readonly jitter: number };
  /** The input a hold-forward bot holds. */
  forward(world: World): number;
  /** Ticks after which a run that neither won nor lost counts as lost. */
  patience(world: World): number;
  metrics(scene: SceneInput): Metrics;
  /** Bounded state-injection checks of what the config claims. */
  claims(world: World): ClaimCheck[];
}
