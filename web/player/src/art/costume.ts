/** The picture of a thing in the level: a structure, or the body its spec asks for, at the size it is met with. */
import type { Pixmap } from './pixmap';
import { spriteSpecOf } from './roles';
import { drawSprite, type SpriteSheet } from './sprite';
import { type StructureLook, structureKey, structureOf } from './structures';
import type { Theme } from './theme';

/** What of a drawable decides its picture. */
export interface Thing {
  type: string;
  role: string;
  w: number;
  h: number;
  flip: boolean;
}

type Properties = Readonly<Record<string, unknown>>;

/** Treasure may stand out this much from the box it is collected with: rows of it must stay rows. */
const TREASURE_WIDTH = 1.3;

/** Things of one key share one picture. */
export function costumeKey(thing: Thing, properties: Properties): string {
  return `${thing.type}/${structureKey(look(thing, properties))}`;
}

function look(thing: Thing, properties: Properties): StructureLook {
  return { role: thing.role, w: thing.w, h: thing.h, flip: thing.flip, properties };
}

/** Columns that hold anything, over all frames. */
function inkWidth(frames: readonly Pixmap[]): number {
  let [low, high] = [Number.POSITIVE_INFINITY, -1];
  for (const p of frames)
    for (let x = 0; x < p.width; x++)
      for (let y = 0; y < p.height; y++)
        if (p.alpha(x, y) > 0) {
          low = Math.min(low, x);
          high = Math.max(high, x);
          break;
        }
  return Math.max(0, high - low + 1);
}

export interface Costume extends SpriteSheet {
  /** Turned by the drawable's angle rather than mirrored. */
  turns: boolean;
  structure: boolean;
}

export function costume(thing: Thing, properties: Properties, theme: Theme): Costume {
  const structure = structureOf(look(thing, properties), theme);
  if (structure !== null) return { ...structure, turns: false, structure: true };
  const spec = spriteSpecOf({ type: thing.type, role: thing.role, properties });
  const mean = thing.role === 'enemy' || thing.role === 'boss' || (thing.role === 'hazard' && spec.body !== 'object');
  let sheet = drawSprite(spec, { width: thing.w, height: thing.h, mean });
  if (thing.role === 'collectible') {
    const wide = inkWidth(Object.values(sheet.frames)[0] ?? []);
    const most = Math.max(8, thing.w) * TREASURE_WIDTH;
    if (wide > most) sheet = drawSprite(spec, { width: (thing.w * most) / wide, height: (thing.h * most) / wide, mean });
  }
  return { ...sheet, turns: thing.role === 'projectile' || spec.body === 'weapon' || properties.form === 'moving', structure: false };
}
