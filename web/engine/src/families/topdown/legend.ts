/** The characters of a top-down level's rows and what each of them stops. */

/** Stops the hero. */
export const BLOCK_HERO = 1;
/** Stops walking enemies (which keep out of water and pits too). */
export const BLOCK_WALK = 2;
export const BLOCK_FLY = 4;
export const BLOCK_SHOT = 8;
export const BLOCK_SIGHT = 16;
/** Hides the hero from guards that are not close by. */
export const COVER = 32;
/** Falls and drownings: costs a heart and puts the hero back on safe ground. */
export const FATAL = 64;
export const SPIKES = 128;

const WALL = BLOCK_HERO | BLOCK_WALK | BLOCK_FLY | BLOCK_SHOT | BLOCK_SIGHT;
const LOW = BLOCK_HERO | BLOCK_WALK | BLOCK_SHOT;
const FENCE = BLOCK_HERO | BLOCK_WALK;

export interface Glyph {
  char: string;
  /** What it is; the view may draw it in its own way. */
  name: string;
  flags: number;
}

/** Tile code = index in this list. */
export const LEGEND: readonly Glyph[] = [
  { char: '.', name: 'floor', flags: 0 },
  { char: '#', name: 'wall', flags: WALL },
  { char: ',', name: 'floor with tufts or rubble', flags: 0 },
  { char: ':', name: 'path or carpet', flags: 0 },
  { char: '"', name: 'tall grass or curtain: hides from guards', flags: COVER },
  { char: 'T', name: 'tree', flags: WALL },
  { char: 'H', name: 'hedge', flags: WALL },
  { char: 'B', name: 'building', flags: WALL },
  { char: 'p', name: 'pillar or statue', flags: WALL },
  { char: 'k', name: 'shelf or machine', flags: WALL },
  { char: 'o', name: 'rock or bush', flags: LOW },
  { char: 'c', name: 'crate, table or bench', flags: LOW },
  { char: 'f', name: 'fence', flags: FENCE },
  { char: '~', name: 'liquid', flags: BLOCK_WALK | FATAL },
  { char: '_', name: 'pit', flags: BLOCK_WALK | FATAL },
  { char: '^', name: 'timed spikes', flags: SPIKES },
  { char: 'D', name: 'door (a spawn says which); closed until opened', flags: WALL },
];

export const DOOR_CODE = LEGEND.findIndex((g) => g.char === 'D');
export const SPIKE_CODE = LEGEND.findIndex((g) => g.char === '^');
export const CODE_OF: ReadonlyMap<string, number> = new Map(LEGEND.map((g, i) => [g.char, i]));
export const FLAGS = Uint8Array.from(LEGEND.map((g) => g.flags));

/** Characters a view sees in `tileChanges` beyond the legend: spikes drawn in, and about to rise. */
export const SPIKES_DOWN = 'v';
export const SPIKES_TELL = 'w';

export function flagsOf(char: string): number {
  return FLAGS[CODE_OF.get(char) ?? 1] as number;
}
