/** One still of a game for galleries and link previews: the very drawing code of the player, without a browser. */
import { horizon, paintBackdrop, paintSky, STRIP_WIDTH } from '../art/backdrop';
import { costume, costumeKey } from '../art/costume';
import type { Materials } from '../art/material';
import { Pixmap } from '../art/pixmap';
import { paintPlace } from '../art/place';
import { DENSITY, doubled } from '../art/smooth';
import type { SpriteSheet } from '../art/sprite';
import { liquidFrames, SWELL, type TileGrid } from '../art/terrain';
import { type Theme, type ThemeSpec, themeOfScene } from '../art/theme';
import type { Config, Drawable, LevelData, View } from '../engine';
import { perspectiveOf } from '../view/perspective';
import { lookOf } from '../view/story';

export const FRAME_WIDTH = 320;
export const FRAME_HEIGHT = 180;

/** Where the picture's top left corner lies in the level, game px. */
export function corner(view: View): [number, number] {
  const { x, y, left, top, right, bottom } = view.camera;
  const place = (at: number, size: number, low: number, high: number): number =>
    high - low <= size ? Math.round((low + high - size) / 2) : Math.round(Math.max(low, Math.min(high - size, at - size / 2)));
  return [place(x, FRAME_WIDTH, left, right), place(y, FRAME_HEIGHT, top, bottom)];
}

/** Liquids lie before everybody who wades in them, as in the player. */
function flood(grid: TileGrid, theme: Theme, x: number, y: number): Pixmap {
  const out = new Pixmap(FRAME_WIDTH, FRAME_HEIGHT);
  const t = grid.tile;
  const tiles = new Map<string, Pixmap>();
  for (let cy = Math.floor(y / t); cy <= (y + FRAME_HEIGHT) / t; cy++)
    for (let cx = Math.floor(x / t); cx <= (x + FRAME_WIDTH) / t; cx++) {
      if (grid.at(cx, cy) !== '~') continue;
      const surface = grid.at(cx, cy - 1) !== '~';
      const column = ((cx % SWELL) + SWELL) % SWELL;
      const key = `${surface}:${column}`;
      const tile = tiles.get(key) ?? (liquidFrames(theme, t, surface, column, (w, h) => new Pixmap(w, h))[0] as Pixmap);
      tiles.set(key, tile);
      out.draw(tile, cx * t - x, cy * t - y);
    }
  return out;
}

/** The tiles of a level as the view finds them. */
function gridOf(level: LevelData, view: View): TileGrid {
  const changed = new Map(view.tileChanges.map(([cx, cy, c]) => [cy * level.width + cx, c]));
  return {
    tile: level.tile,
    width: level.width,
    height: level.height,
    at: (cx, cy) => changed.get(cy * level.width + cx) ?? level.rows[cy]?.[cx] ?? '.',
  };
}

/** Sky and distance of a side view; nothing seen from above. */
function distance(level: LevelData, theme: Theme, x: number): Pixmap {
  const out = new Pixmap(FRAME_WIDTH, FRAME_HEIGHT);
  const seed = level.seed | 0;
  out.draw(paintSky(theme, FRAME_WIDTH, FRAME_HEIGHT, seed), 0, 0);
  for (const layer of paintBackdrop(theme, FRAME_HEIGHT, seed, horizon(level, FRAME_HEIGHT))) {
    const shift = Math.round(x * layer.factor) % STRIP_WIDTH;
    for (let at = -((shift + STRIP_WIDTH) % STRIP_WIDTH); at < FRAME_WIDTH; at += STRIP_WIDTH) out.draw(layer.picture, at, 0);
  }
  return out;
}

/**
 * The frame of a config's scene as the given view shows it, at the view's density, without the types that are drawn by others, on ground
 * of the server's materials where there are any. `distant`: nothing is painted behind the ground. Pure.
 */
export function paintFrame(
  config: Config,
  scene: number,
  view: View,
  without: readonly string[] = [],
  materials: Materials | null = null,
  distant = false,
): Pixmap {
  const level = config.scenes[scene]?.properties.level;
  if (level === undefined) throw new Error(`scene ${scene} has no level`);
  const theme = themeOfScene(config.game.theme as ThemeSpec | undefined, lookOf(config, scene));
  const top = perspectiveOf(config.game.kind) === 'top';
  const [x, y] = corner(view);
  const grid = gridOf(level, view);
  const sheets = new Map<string, SpriteSheet>();
  const propertiesOf = (thing: Drawable): Record<string, unknown> => config.entities.find((e) => e.type === thing.type)?.properties ?? {};
  const put = (out: Pixmap, thing: Drawable): void => {
    const properties = propertiesOf(thing);
    const key = costumeKey(thing, properties);
    let sheet = sheets.get(key);
    if (sheet === undefined) {
      sheet = costume(thing, properties, theme);
      sheets.set(key, sheet);
    }
    const anim = thing.anim as keyof SpriteSheet['frames'];
    const frames = sheet.frames[anim] ?? sheet.frames.idle ?? sheet.frames.fly ?? Object.values(sheet.frames)[0];
    const picture = frames?.[Math.floor(frames.length / 2)];
    if (picture === undefined) return;
    const foot = sheet.end === 'top' ? -thing.h / 2 : sheet.end === 'bottom' || sheet.stands ? thing.h / 2 : 0;
    out.draw(picture, Math.round(thing.x - x - sheet.pivot[0]), Math.round(thing.y + foot - y - sheet.pivot[1]), thing.flip);
  };
  const others = new Set(without);
  const isGate = (thing: Drawable): boolean => propertiesOf(thing).form === 'gate';
  const t = level.tile;
  const [x0, y0] = [Math.floor(x / t), Math.floor(y / t)];
  const place = { grid, theme, seed: level.seed | 0, top, materials };
  const behind = top || distant ? new Pixmap(FRAME_WIDTH, FRAME_HEIGHT) : distance(level, theme, x);
  for (const thing of view.things) if (isGate(thing)) put(behind, thing);
  const out = doubled(behind);
  const ground = paintPlace(place, x0, y0, Math.ceil(FRAME_WIDTH / t) + 1, Math.ceil(FRAME_HEIGHT / t) + 1);
  out.draw(ground, (x0 * t - x) * DENSITY, (y0 * t - y) * DENSITY);
  const things = new Pixmap(FRAME_WIDTH, FRAME_HEIGHT);
  for (const thing of [...view.things, view.hero]) if (!isGate(thing) && !others.has(thing.type)) put(things, thing);
  out.draw(doubled(things), 0, 0);
  if (!top) out.draw(doubled(flood(grid, theme, x, y)), 0, 0);
  return out;
}
