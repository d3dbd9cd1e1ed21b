import { describe, expect, test } from 'vitest';
import { facingOf, type Member, shotOf } from '../src/art/atlas';
import { Pixmap } from '../src/art/pixmap';
import { DENSITY, doubled } from '../src/art/smooth';
import type { Drawable } from '../src/engine';

const clip = (...frames: number[]): { frames: number[]; ms: number } => ({ frames, ms: 100 });
const hero: Member = {
  anchor: 'feet',
  mirror: true,
  clips: {
    idle: { right: clip(0), down: clip(1), up: clip(2) },
    walk: { right: clip(10, 11, 12), down: clip(20, 21), up: clip(30, 31) },
    attack: { right: clip(40, 41) },
  },
};
const thing = (more: Partial<Drawable>): Pick<Drawable, 'id' | 'anim' | 'age' | 'angle' | 'flip'> => ({
  id: 0,
  anim: 'idle',
  age: 0,
  angle: 0,
  flip: false,
  ...more,
});

describe('which frame shows a thing', () => {
  test('headed things look along their angle, the others only left and right', () => {
    expect(facingOf({ angle: 0, flip: false }, true)).toEqual({ facing: 'right', left: false });
    expect(facingOf({ angle: Math.PI, flip: true }, true)).toEqual({ facing: 'right', left: true });
    expect(facingOf({ angle: Math.PI / 2, flip: false }, true).facing).toBe('down');
    expect(facingOf({ angle: -Math.PI / 2, flip: false }, true).facing).toBe('up');
    expect(facingOf({ angle: Math.PI / 4, flip: false }, true).facing).toBe('right');
    expect(facingOf({ angle: Math.PI / 2, flip: true }, false)).toEqual({ facing: 'right', left: true });
  });

  test('clips run with the age, three directions, mirrored to the left alone', () => {
    const at = (ticks: number, angle: number, flip = false) => shotOf(hero, thing({ anim: 'walk', age: ticks, angle, flip }), 0, true);
    expect(at(1, 0)).toEqual({ frame: 10, flip: false });
    expect(at(7, 0)).toEqual({ frame: 11, flip: false });
    expect(at(18, 0)).toEqual({ frame: 10, flip: false });
    expect(at(1, Math.PI, true)).toEqual({ frame: 10, flip: true });
    expect(at(7, Math.PI / 2)).toEqual({ frame: 21, flip: false });
    expect(at(7, -Math.PI / 2)).toEqual({ frame: 31, flip: false });
  });

  test('a blow is played once and held; a direction that it lacks is shown from the side', () => {
    expect(shotOf(hero, thing({ anim: 'attack', age: 1 }), 0, true)?.frame).toBe(40);
    expect(shotOf(hero, thing({ anim: 'attack', age: 500 }), 0, true)?.frame).toBe(41);
    expect(shotOf(hero, thing({ anim: 'attack', age: 500, angle: Math.PI / 2 }), 0, true)?.frame).toBe(41);
    expect(shotOf(hero, thing({ anim: 'charge', age: 500 }), 0, true)?.frame).toBe(40);
  });

  test('what is missing is stood in for, and standing still does not walk', () => {
    const walker: Member = { anchor: 'feet', mirror: true, clips: { walk: { right: clip(5, 6) } } };
    expect(shotOf(walker, thing({ anim: 'idle', age: 7 }), 0, false)?.frame).toBe(5);
    expect(shotOf(walker, thing({ anim: 'hurt', age: 1 }), 0, false)?.frame).toBe(5);
    expect(shotOf({ ...walker, clips: {} }, thing({}), 0, false)).toBeNull();
    expect(shotOf({ ...walker, mirror: false }, thing({ anim: 'walk', flip: true }), 0, false)?.flip).toBe(false);
  });

  test('every animation of the view finds a frame of a lone idle or flight', () => {
    const anims: Drawable['anim'][] = [
      'idle',
      'walk',
      'run',
      'jump',
      'fall',
      'attack',
      'hurt',
      'die',
      'dash',
      'climb',
      'fly',
      'charge',
      'sleep',
      'open',
      'closed',
    ];
    for (const anim of anims)
      expect(shotOf({ anchor: 'middle', mirror: false, clips: { idle: { right: clip(3) } } }, thing({ anim }), 9, false)?.frame).toBe(3);
  });
});

describe('double density', () => {
  const paint = (rows: readonly string[]): Pixmap => {
    const out = new Pixmap((rows[0] as string).length, rows.length);
    rows.forEach((row, y) => {
      [...row].forEach((c, x) => {
        if (c === '#') out.set(x, y, [200, 30, 30]);
      });
    });
    return out;
  };
  const read = (p: Pixmap): string[] =>
    Array.from({ length: p.height }, (_, y) => Array.from({ length: p.width }, (_, x) => (p.alpha(x, y) > 0 ? '#' : '.')).join(''));

  test('straight edges stay straight, so that tiles still meet', () => {
    const out = doubled(paint(['##..', '##..', '##..']));
    expect([out.width, out.height]).toEqual([4 * DENSITY, 3 * DENSITY]);
    expect(read(out)).toEqual(Array(6).fill('####....'));
  });

  test('stairs become slopes', () => {
    expect(read(doubled(paint(['#...', '.#..', '..#.', '...#']))).slice(2, 4)).toEqual(['.###....', '..###...']);
  });
});
