/** A small picture of a game, drawn from its config: its place, its hero, its foes. For games whose server has no picture. */
import { paintBackdrop, paintSky } from '../art/backdrop';
import { paintDecorations } from '../art/decoration';
import { Pixmap } from '../art/pixmap';
import { spriteSpecOf } from '../art/roles';
import { drawSprite } from '../art/sprite';
import { paintTerrain } from '../art/terrain';
import { type ThemeSpec, themeOf } from '../art/theme';
import type { Config } from '../engine';

const WIDTH = 192;
const HEIGHT = 108;

export function cover(config: Config): Pixmap {
  const seed = config.game.seed | 0;
  const theme = themeOf((config.game.theme ?? {}) as ThemeSpec);
  const out = new Pixmap(WIDTH, HEIGHT);
  out.draw(paintSky(theme, WIDTH, HEIGHT, seed), 0, 0);
  for (const layer of paintBackdrop(theme, HEIGHT, seed)) out.draw(layer.picture, -(seed & 127), 0);
  const flying = config.game.kind === 'space-shooter' || config.game.kind === 'flappy-clone';
  const step = 6 + (seed & 7);
  const at = (x: number, y: number): string => (!flying && y >= 11 - (x > step + 6 ? 2 : 0) ? '#' : '.');
  const grid = { tile: 8, width: WIDTH / 8, height: 14, at };
  paintDecorations(out, grid, theme, seed, 0, 0, WIDTH / 8, 14);
  paintTerrain(out, grid, theme, seed, 0, 0, WIDTH / 8, 14);
  const place = (role: string, index: number, x: number, size: number, flip: boolean): void => {
    const entity = config.entities.filter((e) => e.properties.role === role)[index];
    if (entity === undefined) return;
    const sheet = drawSprite(spriteSpecOf({ type: entity.type, role, properties: entity.properties }), {
      width: size,
      height: size,
      mean: role === 'enemy' || role === 'boss',
    });
    const frame = (sheet.frames.idle ?? sheet.frames.fly)?.[0];
    if (frame === undefined) return;
    const floor = flying ? 58 + index * 18 : at(Math.floor(x / 8), 10) === '#' ? 72 : 88;
    out.draw(
      frame,
      Math.round(x - sheet.pivot[0]),
      Math.round(floor - (sheet.stands ? sheet.pivot[1] : sheet.pivot[1] + size * 0.8)),
      flip,
    );
  };
  place('collectible', 0, 84, 9, false);
  place('enemy', 1, 172, 15, true);
  place('enemy', 0, 138, 15, true);
  place('boss', 0, 160, 30, true);
  place('hero', 0, 46, 21, false);
  return out;
}
