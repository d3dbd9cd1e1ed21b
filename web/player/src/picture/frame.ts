/** One still of a game for galleries and link previews: the very drawing code of the player, without a browser. */
import { horizon, paintBackdrop, paintSky, STRIP_WIDTH } from '../art/backdrop';
import { costume, costumeKey } from '../art/costume';
import { paintDecorations } from '../art/decoration';
import { paintGround } from '../art/ground';
import { Pixmap } from '../art/pixmap';
import type { SpriteSheet } from '../art/sprite';
import { liquidFrames, paintTerrain, SWELL, type TileGrid } from '../art/terrain';
import { type Theme, type ThemeSpec, themeOf } from '../art/theme';
import type { Config, Drawable, LevelData, View } from '../engine';
import { perspectiveOf } from '../view/perspective';

export const FRAME_WIDTH = 320;
export const FRAME_HEIGHT = 180;

/** Where the picture's top left corner lies in the level, px. */
export function corner(view: View): [number, number] {
  const { x, y, left, top, right, bottom } = view.camera;
  const place = (at: number, size: number, low: number, high: number): number =>
    high - low <= size ? Math.round((low + high - size) / 2) : Math.round(Math.max(low, Math.min(high - size, at - size / 2)));
  return [place(x, FRAME_WIDTH, left, right), place(y, FRAME_HEIGHT, top, bottom)];
}

/** Liquids lie before everybody who wades in them, as in the player. */
function flood(out: Pixmap, grid: TileGrid, theme: Theme, x: number, y: number): void {
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

/** @param behind draws what stands behind the ground. */
function landscape(
  level: LevelData,
  grid: TileGrid,
  theme: Theme,
  kind: string,
  x: number,
  y: number,
  behind: (out: Pixmap) => void,
): Pixmap {
  const out = new Pixmap(FRAME_WIDTH, FRAME_HEIGHT);
  const top = perspectiveOf(kind) === 'top';
  const seed = level.seed | 0;
  if (!top) {
    out.draw(paintSky(theme, FRAME_WIDTH, FRAME_HEIGHT, seed), 0, 0);
    for (const layer of paintBackdrop(theme, FRAME_HEIGHT, seed, horizon(level, FRAME_HEIGHT))) {
      const shift = Math.round(x * layer.factor) % STRIP_WIDTH;
      for (let at = -((shift + STRIP_WIDTH) % STRIP_WIDTH); at < FRAME_WIDTH; at += STRIP_WIDTH) out.draw(layer.picture, at, 0);
    }
  }
  behind(out);
  const t = level.tile;
  const [x0, y0] = [Math.floor(x / t), Math.floor(y / t)];
  const [w, h] = [Math.ceil(FRAME_WIDTH / t) + 1, Math.ceil(FRAME_HEIGHT / t) + 1];
  const ground = new Pixmap(w * t, h * t);
  if (top) paintGround(ground, grid, theme, seed, x0, y0, w, h);
  else {
    paintDecorations(ground, grid, theme, seed, x0, y0, w, h);
    paintTerrain(ground, grid, theme, seed, x0, y0, w, h);
  }
  out.draw(ground, x0 * t - x, y0 * t - y);
  return out;
}

/** The frame of a config's scene as the given view shows it, without the types that are drawn by others. Pure. */
export function paintFrame(config: Config, scene: number, view: View, without: readonly string[] = []): Pixmap {
  const level = config.scenes[scene]?.properties.level;
  if (level === undefined) throw new Error(`scene ${scene} has no level`);
  const theme = themeOf((config.game.theme ?? {}) as ThemeSpec);
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
  const out = landscape(level, grid, theme, config.game.kind, x, y, (sky) => {
    for (const thing of view.things) if (isGate(thing)) put(sky, thing);
  });
  for (const thing of [...view.things, view.hero]) if (!isGate(thing) && !others.has(thing.type)) put(out, thing);
  if (perspectiveOf(config.game.kind) !== 'top') flood(out, grid, theme, x, y);
  return out;
}
