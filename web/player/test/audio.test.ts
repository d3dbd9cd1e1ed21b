import { afterEach, describe, expect, test, vi } from 'vitest';
import { dangerOf, layerGains } from '../src/audio/danger';
import { closeLoop, fetchBundle, type Manifest, unpack } from '../src/audio/score';
import type { Drawable, Hud } from '../src/engine';

const thing = (role: Drawable['role'], x: number): Drawable =>
  ({ id: 0, type: 'slime', role, x, y: 0, w: 16, h: 16, angle: 0, flip: false, anim: 'idle', age: 0, hp: 1, maxHp: 1 }) as Drawable;
const hud = (more: Partial<Hud> = {}): Hud => ({ hp: 3, maxHp: 3, timeLeft: null, boss: null, ...more }) as Hud;
const at = (things: Drawable[], more: Partial<Hud> = {}, rest = 0): number =>
  dangerOf({ hero: thing('hero', 0), things, hud: hud(more) }, rest);

describe('danger', () => {
  test('rises as a foe comes near, and rests where nobody is', () => {
    expect(at([])).toBe(0);
    expect(at([], {}, 0.2)).toBe(0.2);
    expect(at([thing('collectible', 5), thing('prop', 5)])).toBe(0);
    const far = at([thing('enemy', 170)]);
    const near = at([thing('enemy', 80)]);
    expect(far).toBeGreaterThan(0);
    expect(near).toBeGreaterThan(far);
    expect(at([thing('enemy', 10)])).toBeCloseTo(0.7);
    expect(at([thing('enemy', 400)])).toBe(0);
  });

  test('is greatest with a boss, great with little health or time', () => {
    expect(at([thing('boss', 900)])).toBe(1);
    expect(at([], { boss: { name: 'King', hp: 4, max: 9 } })).toBe(1);
    expect(at([], { boss: { name: 'King', hp: 0, max: 9 } })).toBe(0);
    expect(at([], { hp: 1 })).toBeGreaterThan(0.8);
    expect(at([], { hp: 1, maxHp: 1 })).toBe(0);
    expect(at([], { timeLeft: 6 })).toBeGreaterThan(0.7);
  });

  test('brings layers in one after the other, and hands the lead over', () => {
    expect(layerGains(0, 3, 1.8)).toEqual([1.8, 0, 0]);
    expect(layerGains(0.5, 3, 1.8)).toEqual([1, 1, 0]);
    expect(layerGains(1, 3, 1.8)).toEqual([1, 1, 1]);
    expect(layerGains(1, 1, 1.8)).toEqual([1.8]);
    for (let danger = 0; danger < 1; danger += 0.05) {
      const [now, next] = [layerGains(danger, 3, 1.5), layerGains(danger + 0.05, 3, 1.5)];
      expect((next[1] as number) >= (now[1] as number) && (next[2] as number) >= (now[2] as number)).toBe(true);
    }
  });
});

describe('a loop', () => {
  const wave = (i: number): number => Math.sin(i * 0.031) * 0.5;
  /** Steps over the seam and beside it when samples start..start+length go round. */
  const seam = (s: Float32Array, start: number, length: number): { jump: number; steps: number } => {
    let steps = 0;
    for (let i = start + length - 600; i < start + length - 1; i++)
      steps = Math.max(steps, Math.abs((s[i + 1] as number) - (s[i] as number)));
    return { jump: Math.abs((s[start] as number) - (s[start + length - 1] as number)), steps };
  };

  test('is closed whatever the coder made of its ends', () => {
    const length = 5000;
    // The end as a coder might return it: the right wave, but apart from the start's by a drift.
    const samples = Float32Array.from({ length: 8000 }, (_, i) => wave((i - 1500) % length) + (i > 4000 ? 0.1 : 0));
    const before = seam(samples, 1500, length);
    expect(before.jump).toBeGreaterThan(3 * before.steps);
    closeLoop(samples, 1500, length);
    const after = seam(samples, 1500, length);
    expect(after.jump).toBeLessThanOrEqual(1.05 * after.steps);
    // The sample before the seam is the very one before the start.
    expect(samples[1500 + length - 1]).toBe(samples[1499]);
  });
});

describe('a bundle', () => {
  const packed = (manifest: unknown, files: number[]): ArrayBuffer => {
    const head = new TextEncoder().encode(JSON.stringify(manifest));
    const data = new Uint8Array(4 + head.length + files.length);
    new DataView(data.buffer).setUint32(0, head.length, true);
    data.set(head, 4);
    data.set(files, 4 + head.length);
    return data.buffer;
  };

  test('holds its files behind its manifest', () => {
    const { manifest, file } = unpack(packed({ format: 1, key: 'D minor' } satisfies Partial<Manifest>, [1, 2, 3, 4, 5]));
    expect(manifest.key).toBe('D minor');
    expect([...new Uint8Array(file([1, 3]))]).toEqual([2, 3, 4]);
  });

  test('of another format is refused', () => {
    expect(() => unpack(packed({ format: 9 }, []))).toThrow('format');
  });
});

describe('a sound that is still being made', () => {
  afterEach(() => vi.unstubAllGlobals());
  const answering = (...statuses: number[]): (() => number) => {
    let asked = 0;
    vi.stubGlobal('fetch', async () => new Response('sound', { status: statuses[Math.min(asked++, statuses.length - 1)] as number }));
    return () => asked;
  };

  test('is asked for again, ever more seldom, until it is there', async () => {
    const asked = answering(202, 202, 202, 200);
    const waits: number[] = [];
    const data = await fetchBundle('/sound', undefined, async (ms) => void waits.push(ms));
    expect(new TextDecoder().decode(data)).toBe('sound');
    expect(asked()).toBe(4);
    expect(waits[0]).toBeLessThan(1000);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
  });

  test('is given up when there is none, or none comes', async () => {
    let asked = answering(202, 404);
    await expect(fetchBundle('/sound', undefined, async () => undefined)).rejects.toThrow('404');
    expect(asked()).toBe(2);
    asked = answering(202);
    const waits: number[] = [];
    await expect(fetchBundle('/sound', undefined, async (ms) => void waits.push(ms))).rejects.toThrow('did not come');
    expect(waits.reduce((a, b) => a + b)).toBeGreaterThan(5 * 60_000);
    expect(asked()).toBeLessThan(200);
  });

  test('is not waited for once the page has left the game', async () => {
    const asked = answering(202);
    const leaving = new AbortController();
    const waiting = fetchBundle('/sound', leaving.signal);
    await vi.waitFor(() => expect(asked()).toBe(1));
    leaving.abort();
    await expect(waiting).rejects.toThrow('left');
  });

  test('nor when it left while the answer was on its way', async () => {
    answering(202);
    const leaving = new AbortController();
    leaving.abort();
    await expect(fetchBundle('/sound', leaving.signal)).rejects.toThrow('left');
  });
});
