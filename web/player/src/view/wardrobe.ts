/** The pictures of every entity type of a game, drawn when first needed and kept as textures. */
import type Phaser from 'phaser';
import { shotOf } from '../art/atlas';
import { costumeKey, costume as draw } from '../art/costume';
import type { Pixmap } from '../art/pixmap';
import type { Motion } from '../art/rig';
import type { Theme } from '../art/theme';
import type { Config, Drawable } from '../engine';
import { type Artwork, memberOf, SHEET } from './artwork';
import { addPainting } from './textures';

export interface Costume {
  /** Texture keys per motion. */
  motions: Partial<Record<Motion, string[]>>;
  /** Origin as a share of the frame. */
  originX: number;
  originY: number;
  /** Where the origin sits in the thing's box: -1 its top, 0 its middle, 1 its bottom. */
  anchor: -1 | 0 | 1;
  /** Turned by the drawable's angle rather than flipped. */
  turns: boolean;
  /** Fills its box exactly: ledges, columns, floods. */
  structure: boolean;
}

/** What a view shows of an animation, best first. */
const MOTIONS: Readonly<Record<Drawable['anim'], readonly Motion[]>> = {
  idle: ['idle', 'fly'],
  walk: ['walk', 'fly', 'idle'],
  run: ['walk', 'fly', 'idle'],
  jump: ['jump', 'fly', 'walk', 'idle'],
  fall: ['fall', 'fly', 'walk', 'idle'],
  attack: ['attack', 'fly', 'idle'],
  hurt: ['hurt', 'idle', 'fly'],
  die: ['hurt', 'idle', 'fly'],
  dash: ['jump', 'walk', 'fly', 'idle'],
  climb: ['walk', 'idle', 'fly'],
  fly: ['fly', 'walk', 'idle'],
  charge: ['attack', 'walk', 'fly', 'idle'],
  sleep: ['sleep', 'idle', 'fly'],
  open: ['open', 'idle', 'fly'],
  closed: ['idle', 'fly'],
};
/** Ticks a frame is shown. */
const PACE: Readonly<Record<Motion, number>> = { idle: 26, walk: 6, jump: 8, fall: 8, attack: 7, hurt: 8, fly: 6, open: 8, sleep: 40 };

/** A texture to show, and where its pivot lies. */
export interface Shown {
  texture: string;
  /** Of a sheet; null for a texture of its own. */
  frame: string | null;
  originX: number;
  originY: number;
  /** Where the pivot sits in the thing's box: -1 its top, 0 its middle, 1 its bottom. */
  anchor: -1 | 0 | 1;
  flip: boolean;
}

type Entities = Config['entities'];

export class Wardrobe {
  private readonly costumes = new Map<string, Costume>();
  private readonly entities = new Map<string, Entities[number]>();
  private artwork: Artwork | null = null;

  constructor(
    private readonly scene: Phaser.Scene,
    entities: Entities,
    private readonly theme: Theme,
    /** Whether a thing's angle says where it looks. */
    private readonly headed: boolean,
  ) {
    for (const e of entities) this.entities.set(e.type, e);
  }

  /** From now on the cast is shown from the sheet. */
  dress(artwork: Artwork): void {
    this.artwork = artwork;
  }

  of(thing: Drawable): Costume {
    const properties = this.entities.get(thing.type)?.properties ?? {};
    const key = costumeKey(thing, properties);
    let costume = this.costumes.get(key);
    if (costume === undefined) {
      costume = this.sew(thing, properties, key);
      this.costumes.set(key, costume);
    }
    return costume;
  }

  private sew(thing: Drawable, properties: Readonly<Record<string, unknown>>, key: string): Costume {
    const sheet = draw(thing, properties, this.theme);
    const motions: Partial<Record<Motion, string[]>> = {};
    for (const [motion, frames] of Object.entries(sheet.frames) as [Motion, Pixmap[]][]) {
      motions[motion] = frames.map((frame, i) => addPainting(this.scene, `thing:${key}:${motion}:${i}`, frame));
    }
    return {
      motions,
      originX: sheet.pivot[0] / sheet.width,
      originY: sheet.pivot[1] / sheet.height,
      anchor: sheet.end === 'top' ? -1 : sheet.end === 'bottom' || sheet.stands ? 1 : 0,
      turns: sheet.turns,
      structure: sheet.structure,
    };
  }

  /** What shows the thing at a tick: a frame of the sheet if the game has art of it, else what the page paints. */
  show(costume: Costume, thing: Drawable, tick: number): Shown {
    const member = costume.structure ? undefined : memberOf(this.artwork, thing.type);
    const shot = member === undefined ? null : shotOf(member, thing, tick, this.headed);
    const frame = shot === null ? undefined : this.artwork?.manifest.frames[shot.frame];
    if (member !== undefined && shot !== null && frame !== undefined) {
      const [, , w, h, px, py] = frame;
      const originX = px / w;
      return {
        texture: SHEET,
        frame: String(shot.frame),
        // A mirrored picture turns about its own middle.
        originX: shot.flip ? 1 - originX : originX,
        originY: py / h,
        anchor: member.anchor === 'feet' ? 1 : 0,
        flip: shot.flip,
      };
    }
    const { originX, originY, anchor } = costume;
    return { texture: this.painted(costume, thing, tick), frame: null, originX, originY, anchor, flip: !costume.turns && thing.flip };
  }

  private painted(costume: Costume, thing: Drawable, tick: number): string {
    for (const motion of MOTIONS[thing.anim]) {
      const frames = costume.motions[motion];
      if (frames === undefined || frames.length === 0) continue;
      const clock = thing.age > 0 ? thing.age : tick;
      // Neighbours of one type should not breathe in step.
      const offset = motion === 'idle' || motion === 'fly' ? thing.id * 7 : 0;
      const i = Math.floor((clock + offset) / PACE[motion]);
      return frames[motion === 'attack' ? Math.min(i, frames.length - 1) : ((i % frames.length) + frames.length) % frames.length] as string;
    }
    return '__MISSING';
  }
}
