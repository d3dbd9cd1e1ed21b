/** The sheet a level is drawn on from left to right: a grid, a cursor, and places where foes, coins and hazards may go. */
import type { Rng } from '../../../core/rng';
import type { Difficulty, Spawn } from '../../../core/types';
import type { Envelope } from './envelope';

export const SHEET_HEIGHT = 72;
const MAX_WIDTH = 900;
/** Rows the floor may be on. */
export const HIGHEST = 24;
export const LOWEST = 52;

export interface FoeSlot {
  x: number;
  y: number;
  /** 'ground': room to walk; 'air': room to fly; 'post': a place to stand and shoot from. */
  place: 'ground' | 'air' | 'post';
  /** Tiles to either side. */
  range: number;
  /** 0-1: how mean the place is. */
  intensity: number;
}

export interface CoinGroup {
  cells: [number, number][];
  secret: boolean;
}

export interface HazardSlot {
  /** Cells that become spikes (pointing up or, under a ceiling, down), or a moving hazard's track. */
  cells: [number, number][];
  down: boolean;
  saw: { x: number; y: number; dx: number; dy: number; period: number; phase: number } | null;
  intensity: number;
}

export type TerrainStyle = 'mainland' | 'islands' | 'cavern';

export interface Knobs {
  difficulty: Difficulty;
  /** Share of the envelope a jump may ask for at full intensity. */
  budget: number;
  has(mechanic: string): boolean;
}

export class Canvas {
  readonly grid: string[][] = [];
  x = 0;
  /** Row of the floor's top tile at the cursor. */
  y = 40;
  readonly foes: FoeSlot[] = [];
  readonly coins: CoinGroup[] = [];
  readonly hazards: HazardSlot[] = [];
  readonly powerups: [number, number][] = [];
  /** Row the hero passes each column on, for ceilings to keep clear of. */
  readonly path: number[] = [];
  /** Parts of the geometry that are entities: platforms, springs, doors, checkpoints. */
  readonly spawns: Spawn[] = [];
  readonly rng: Rng;
  readonly envelope: Envelope;
  readonly knobs: Knobs;
  readonly style: TerrainStyle;
  /** Names of the entity types that play the helpers' parts. */
  readonly names: Readonly<Record<'platform' | 'crumbling' | 'spring' | 'checkpoint' | 'goal' | 'key' | 'door', string>>;

  constructor(rng: Rng, envelope: Envelope, knobs: Knobs, style: TerrainStyle, names: Canvas['names']) {
    this.rng = rng;
    this.envelope = envelope;
    this.knobs = knobs;
    this.style = style;
    this.names = names;
    for (let y = 0; y < SHEET_HEIGHT; y++) this.grid.push(new Array<string>(MAX_WIDTH).fill('.'));
  }

  get full(): boolean {
    return this.x > MAX_WIDTH - 120;
  }

  put(x: number, y: number, char: string): void {
    const row = this.grid[y];
    if (row !== undefined && x >= 0 && x < MAX_WIDTH) row[x] = char;
  }

  at(x: number, y: number): string {
    return this.grid[y]?.[x] ?? '.';
  }

  fill(x: number, y: number, w: number, h: number, char: string): void {
    for (let j = y; j < y + h; j++) for (let i = x; i < x + w; i++) this.put(i, j, char);
  }

  /** Largest step up a plain jump takes with some ease, tiles; at least 1. */
  get step(): number {
    return Math.max(1, Math.floor((this.envelope.rise * 0.88) / 8));
  }

  /** Change the floor by `up` tiles (negative: down), within the sheet. Returns what was really changed. */
  shift(up: number): number {
    const before = this.y;
    this.y = Math.min(LOWEST, Math.max(HIGHEST, this.y - up));
    return before - this.y;
  }

  private walked(from: number, length: number): void {
    for (let i = 0; i < length; i++) this.path[from + i] = this.y;
  }

  /** Ground of `length` tiles at the cursor: down to the bottom on a mainland, a ragged slab on islands. */
  ground(length: number): { x: number; y: number; length: number } {
    const { x, y } = this;
    this.walked(x, length);
    if (this.style === 'islands' && length < 26) {
      for (let i = 0; i < length; i++) {
        const edge = Math.min(i, length - 1 - i);
        const depth = Math.min(2 + edge, 4 + ((x + i * 7) % 3 === 0 ? 1 : 0));
        this.fill(x + i, y, 1, depth, '#');
      }
    } else this.fill(x, y, length, SHEET_HEIGHT - y, '#');
    this.x += length;
    return { x, y, length };
  }

  /** Widest gap asked for at this intensity, tiles, to a far side `up` tiles higher. At least 2: less is no gap. */
  gapFor(up: number, intensity: number, full = false): number {
    const { envelope, knobs } = this;
    const reach = full ? envelope.gapFull(up) : envelope.gap(up);
    const share = knobs.budget * (0.62 + 0.38 * intensity);
    return Math.max(2, Math.floor(reach * share));
  }

  /** Whether a gap of at least two tiles to that height stays within reach. */
  canGap(up: number): boolean {
    return this.envelope.gap(up) * 0.9 >= 2;
  }

  /** A pit of `width` tiles; a lake in it when the bottom is far. */
  pit(width: number): void {
    const { x, y } = this;
    this.walked(x, width);
    if (this.style === 'mainland' && SHEET_HEIGHT - y > 26) {
      this.fill(x, y + 5, width, SHEET_HEIGHT - y - 5, '#');
      this.fill(x, y + 4, width, 1, '~');
    }
    this.x += width;
  }

  foe(x: number, y: number, place: FoeSlot['place'], range: number, intensity: number): void {
    this.foes.push({ x, y, place, range, intensity });
  }

  /** A row of coins over ground. */
  line(x: number, y: number, n: number, secret = false): void {
    const cells: [number, number][] = [];
    for (let i = 0; i < n; i++) cells.push([x + i, y]);
    this.coins.push({ cells, secret });
  }

  /** Coins along a jump from (x0, y0) over `width` tiles to a floor `up` tiles higher. */
  arch(x0: number, y0: number, width: number, up: number): void {
    const top = Math.max(2, Math.min(4, Math.round(this.envelope.rise / 8)));
    const cells: [number, number][] = [];
    const n = Math.max(3, Math.min(6, width));
    for (let i = 0; i < n; i++) {
      const t = (i + 0.5) / n;
      const lift = 4 * t * (1 - t) * top + t * up;
      cells.push([Math.round(x0 + t * (width - 1)), Math.round(y0 - 1 - lift)]);
    }
    this.coins.push({ cells, secret: false });
  }

  spikes(x: number, y: number, n: number, intensity: number, down = false): void {
    const cells: [number, number][] = [];
    for (let i = 0; i < n; i++) cells.push([x + i, y]);
    this.hazards.push({ cells, down, saw: null, intensity });
  }

  saw(x: number, y: number, dx: number, dy: number, period: number, phase: number, intensity: number): void {
    this.hazards.push({ cells: [], down: false, saw: { x, y, dx, dy, period, phase }, intensity });
  }

  platform(x: number, y: number, w: number, dx: number, dy: number, period: number, phase = 0): void {
    this.spawns.push({ type: this.names.platform, x, y, w, dx, dy, period, phase });
  }

  crumbling(x: number, y: number, w: number): void {
    this.spawns.push({ type: this.names.crumbling, x, y, w });
  }

  oneWay(x: number, y: number, w: number): void {
    for (let i = 0; i < w; i++) if (this.at(x + i, y) === '.') this.put(x + i, y, '=');
  }
}
