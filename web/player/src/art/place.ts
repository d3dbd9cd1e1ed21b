/** The ground of a level with what grows and stands on it, at the density of the view: of the server's materials where there are any. */
import { paintDecorations } from './decoration';
import { layEarth } from './earthwork';
import { paintFloor, paintFurniture } from './ground';
import type { Materials } from './material';
import { layFloor } from './paving';
import { Pixmap } from './pixmap';
import { DENSITY, doubled } from './smooth';
import { paintEarth, paintFixtures, type TileGrid } from './terrain';
import type { Theme } from './theme';

export interface Place {
  grid: TileGrid;
  theme: Theme;
  seed: number;
  /** Seen from above. */
  top: boolean;
  /** null: all is painted here. */
  materials: Materials | null;
}

/** A rectangle of a level, in tiles. */
export function paintPlace({ grid, theme, seed, top, materials }: Place, x0: number, y0: number, w: number, h: number): Pixmap {
  const paint = (painter: typeof paintFurniture, onto = new Pixmap(w * grid.tile, h * grid.tile)): Pixmap => {
    painter(onto, grid, theme, seed, x0, y0, w, h);
    return onto;
  };
  if (materials === null)
    return doubled(top ? paint(paintFurniture, paint(paintFloor)) : paint(paintFixtures, paint(paintEarth, paint(paintDecorations))));
  if (top) {
    const out = new Pixmap(w * grid.tile * DENSITY, h * grid.tile * DENSITY);
    layFloor(out, grid, theme, materials, seed, x0, y0, w, h);
    out.draw(doubled(paint(paintFurniture)), 0, 0);
    return out;
  }
  const out = doubled(paint(paintDecorations));
  layEarth(out, grid, theme, materials, seed, x0, y0, w, h);
  out.draw(doubled(paint(paintFixtures)), 0, 0);
  return out;
}
