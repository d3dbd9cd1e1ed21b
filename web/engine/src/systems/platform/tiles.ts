/** Tile codes of side views and their readable characters. A tile is 8 px. */

export const AIR = 0;
export const SOLID = 1;
export const ONE_WAY = 2;
/** Pointing up; hurts who falls on it. */
export const SPIKE = 3;
export const LIQUID = 4;
/** Solid until its door is opened. */
export const DOOR = 5;
/** Pointing down from a ceiling. */
export const SPIKE_DOWN = 6;

const CHARACTERS: Readonly<Record<string, number>> = {
  '.': AIR,
  '#': SOLID,
  '=': ONE_WAY,
  '^': SPIKE,
  '~': LIQUID,
  D: DOOR,
  v: SPIKE_DOWN,
};

/** Subpixels per tile are 2^11: coordinates shift to tiles. */
export const TILE_SHIFT = 11;
export const TILE = 1 << TILE_SHIFT;

/** Row-major codes of the rows; an unknown character is air. */
export function parseTiles(rows: readonly string[], width: number): Uint8Array {
  const tiles = new Uint8Array(rows.length * width);
  rows.forEach((row, y) => {
    for (let x = 0; x < width; x++) tiles[y * width + x] = CHARACTERS[row[x] as string] ?? AIR;
  });
  return tiles;
}
