/** What the server's sheet of a game's cast says, and which of its frames shows a thing at a moment. Pure. */
import type { Drawable } from '../engine';

export type Facing = 'right' | 'down' | 'up';

export interface Clip {
  /** Indices of `ArtManifest.frames`. */
  frames: readonly number[];
  /** Milliseconds a frame. */
  ms: number;
}

export interface Member {
  /** Where a frame's pivot sits in the thing's box. */
  anchor: 'feet' | 'middle';
  /** Faces left by being mirrored. */
  mirror: boolean;
  clips: Readonly<Record<string, Partial<Record<Facing, Clip>>>>;
}

export interface ArtManifest {
  format: 1;
  /** Picture pixels per game pixel. */
  scale: number;
  /** x, y, width, height, and the pivot from the frame's top left. */
  frames: readonly (readonly [number, number, number, number, number, number])[];
  cast: Readonly<Record<string, Member>>;
}

export interface Shot {
  frame: number;
  flip: boolean;
}

/** Clips that show an animation of the view, best first. */
const CLIPS: Readonly<Record<Drawable['anim'], readonly string[]>> = {
  idle: ['idle', 'walk', 'fly'],
  walk: ['walk', 'run', 'fly', 'idle'],
  run: ['run', 'walk', 'fly', 'idle'],
  jump: ['jump', 'fly', 'run', 'walk', 'idle'],
  fall: ['fall', 'jump', 'fly', 'walk', 'idle'],
  attack: ['attack', 'fly', 'run', 'walk', 'idle'],
  hurt: ['hurt', 'idle', 'walk', 'fly'],
  die: ['hurt', 'idle', 'walk', 'fly'],
  dash: ['jump', 'run', 'walk', 'fly', 'idle'],
  climb: ['walk', 'run', 'idle', 'fly'],
  fly: ['fly', 'walk', 'run', 'idle'],
  charge: ['attack', 'walk', 'fly', 'idle'],
  sleep: ['idle', 'walk', 'fly'],
  open: ['open', 'idle'],
  closed: ['idle'],
};
/** Clips that are played once and held. */
const HELD: readonly string[] = ['attack', 'jump', 'fall'];
/** Standing still is the first frame of a gait. */
const GAITS: readonly string[] = ['walk', 'run'];
const MS_PER_TICK = 1000 / 60;

/** Which way a thing is turned: across unless it heads more up or down than sideways. */
export function facingOf(thing: Pick<Drawable, 'angle' | 'flip'>, headed: boolean): { facing: Facing; left: boolean } {
  if (!headed) return { facing: 'right', left: thing.flip };
  const [dx, dy] = [Math.cos(thing.angle), Math.sin(thing.angle)];
  if (Math.abs(dx) > Math.abs(dy) - 0.05) return { facing: 'right', left: dx < -0.05 || thing.flip };
  return { facing: dy > 0 ? 'down' : 'up', left: false };
}

/** The frame of a cast member that shows `thing` now, or null when it has no clips. `headed`: its angle says where it looks. */
export function shotOf(
  member: Member,
  thing: Pick<Drawable, 'id' | 'anim' | 'age' | 'angle' | 'flip'>,
  tick: number,
  headed: boolean,
): Shot | null {
  const { facing, left } = facingOf(thing, headed);
  for (const name of CLIPS[thing.anim]) {
    const sides = member.clips[name];
    const clip = sides?.[facing] ?? sides?.right;
    if (clip === undefined || clip.frames.length === 0) continue;
    const mirrored = member.mirror && left && (sides?.[facing] === undefined || facing === 'right');
    const count = clip.frames.length;
    let i = 0;
    if (thing.anim === 'charge') i = 0;
    else if (!(GAITS.includes(name) && (thing.anim === 'idle' || thing.anim === 'sleep'))) {
      const held = HELD.includes(name);
      // Neighbours of one type should not breathe in step.
      const clock = (thing.age > 0 ? thing.age : tick) + (held ? 0 : thing.id * 7);
      const step = Math.floor((clock * MS_PER_TICK) / clip.ms);
      i = held ? Math.min(step, count - 1) : ((step % count) + count) % count;
    }
    return { frame: clip.frames[i] as number, flip: mirrored };
  }
  return null;
}
