/** How the layers of a distance drawn by the server are laid into a view of any height. Pure. */

/** A layer: stands on its foot, hangs from the top, or does both, its middle giving way. */
export interface LayerManifest {
  name: string;
  /** PNG in base64. */
  png: string;
  anchor: 'foot' | 'top' | 'both';
  /** Row from which it gives way where it does both; 0: round its middle. */
  split: number;
  /** Share of the ground's height that it stands above the view's bottom edge. */
  lift: number;
  /** Share of the camera's movement. */
  speed: number;
  /** Game px/s that it moves by itself. */
  drift: number;
  /** Tones (#rrggbb) in which it goes on below its foot; null: in nothing. */
  foot: readonly string[] | null;
}

/** What lies behind the levels of one look, picture px. */
export interface PlaceManifest {
  size: readonly [number, number];
  /** PNG in base64; null where a wall hides it. */
  sky: string | null;
  /** Colour above the sky's picture. */
  zenith: string | null;
  layers: readonly LayerManifest[];
}

/** Rows `from` up to `to` of a picture go to row `at` of the view, upside down if `flip`. */
export interface Slice {
  from: number;
  to: number;
  at: number;
  flip: boolean;
}

/** Where the rows of a layer `own` px high go in a view of `height` px, standing `lift` px above its bottom edge; what gives way begins at row `split`. */
export function slices(anchor: LayerManifest['anchor'], own: number, height: number, lift: number, split = 0): Slice[] {
  const half = Math.floor(own / 2);
  const gap = height - own - lift;
  if (anchor === 'foot') return [{ from: 0, to: own, at: gap, flip: false }];
  if (anchor === 'top' && gap <= 0) return [{ from: 0, to: own, at: 0, flip: false }];
  if (gap < 0) {
    const start = split > 0 ? split : half + Math.floor(gap / 2);
    return [
      { from: 0, to: start, at: 0, flip: false },
      { from: start - gap, to: own, at: start, flip: false },
    ];
  }
  // The rows above the middle, mirrored and again.
  const tail = Math.floor(gap / 2);
  return [
    { from: 0, to: half, at: 0, flip: false },
    { from: half - tail, to: half, at: half, flip: true },
    { from: half - tail, to: half, at: half + tail, flip: false },
    { from: half, to: own, at: half + 2 * tail, flip: false },
  ].filter(({ from, to }) => to > from);
}

/** Where a level's view of a layer begins, picture px: levels in one place look at other parts of it. */
export function begin(seed: number, layer: number): number {
  return ((seed >>> 0) % 97) * 8 * (layer + 1);
}

/** Key of a look in the manifest's `places`. */
export function lookOf(theme: { biome: string; hour: string }): string {
  return `${theme.biome} ${theme.hour}`;
}
