import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/core/hash';
import { sceneInput } from '../../src/core/scene';
import type { LevelData } from '../../src/core/types';
import { BLOCK_HERO, FATAL, flagsOf } from '../../src/families/topdown/legend';
import { metrics } from '../../src/families/topdown/metrics';
import type { TopWorld } from '../../src/families/topdown/world';
import { KINDS, ordinary, skeleton, wild } from './skeleton';
import { composed, levelOf } from './stage';

/** Tiles walked from (x, y) with the given doors open. */
function reach(world: TopWorld, open: ReadonlySet<number>): Uint8Array {
  const { width, height } = world;
  const seen = new Uint8Array(width * height);
  const start = (world.startY >> 12) * width + (world.startX >> 12);
  const stack = [start];
  seen[start] = 1;
  while (stack.length > 0) {
    const at = stack.pop() as number;
    for (const to of [at + 1, at - 1, at + width, at - width]) {
      if (to < 0 || to >= seen.length || seen[to] === 1) continue;
      const door = world.doorAt[to] as number;
      const char = world.scene.level.rows[Math.floor(to / width)]![to % width]!;
      if (door >= 0 ? !open.has(door) : (flagsOf(char) & (BLOCK_HERO | FATAL)) !== 0) continue;
      seen[to] = 1;
      stack.push(to);
    }
  }
  return seen;
}

/** Plays the lock-and-key puzzle: takes what is reachable, opens what that opens. Returns the doors left shut and how many rounds it took. */
function unlock(world: TopWorld): { rounds: number; shut: number; seen: Uint8Array } {
  const open = new Set<number>();
  for (let rounds = 0; ; rounds++) {
    const seen = reach(world, open);
    const at = (tx: number, ty: number): boolean => seen[ty * world.width + tx] === 1;
    const before = open.size;
    world.doors.forEach((door, d) => {
      if (open.has(d)) return;
      if (door.needs === 'key') {
        if (world.items.some((i) => i.lock === door.lock && (i.kind === 'key' || i.loot === 'key') && at(i.tx, i.ty))) open.add(d);
      } else if (door.needs === 'lever') {
        const levers = world.items.filter((i) => i.kind === 'lever' && i.door === d);
        if (levers.length > 0 && levers.every((i) => at(i.tx, i.ty))) open.add(d);
      } else {
        const foes = world.foes.filter((f) => f.room === door.room);
        if (foes.every((f) => at(f.x >> 12, f.y >> 12))) open.add(d);
      }
    });
    if (open.size === before) return { rounds, shut: world.doors.length - open.size, seen };
  }
}

function geometry(level: LevelData): string {
  return level.rows.map((r) => r.replace(/[^#THB]/g, '.')).join('\n');
}

describe.each(KINDS)('%s levels', (kind) => {
  it('hold their keys before their doors, and everything within reach, over many seeds', () => {
    for (let seed = 1; seed <= 80; seed++) {
      const config = seed % 3 === 0 ? wild(kind, seed) : ordinary(kind, seed, (['easy', 'normal', 'hard'] as const)[seed % 3]);
      const index = seed % config.scenes.length;
      const world = composed(config, index);
      const { shut, seen } = unlock(world);
      expect(shut, `seed ${seed}: doors that never open`).toBe(0);
      for (const item of world.items) expect(seen[item.ty * world.width + item.tx], `seed ${seed}: ${item.type}`).toBe(1);
      expect(
        world.doors.some((d) => d.needs === 'key'),
        `seed ${seed}: at least one lock`,
      ).toBe(true);
      // The end lies behind a door: nobody strolls to it.
      const strolled = reach(world, new Set());
      const end = world.items[world.goalItem];
      const boss = world.foes[world.boss];
      const [ex, ey] = end !== undefined ? [end.tx, end.ty] : [(boss?.x ?? 0) >> 12, (boss?.y ?? 0) >> 12];
      const { mark } = world.scene.level;
      if (mark.kind === 'collect') {
        const coins = world.items.filter((i) => i.kind === 'coin' || i.loot === 'coin');
        expect(coins.length).toBeGreaterThanOrEqual(mark.value);
        expect(coins.filter((i) => strolled[i.ty * world.width + i.tx] === 1).length, `seed ${seed}: gathered on a stroll`).toBeLessThan(
          mark.value,
        );
      } else expect(strolled[ey * world.width + ex], `seed ${seed}: end`).toBe(0);
    }
  });

  it('are the same for the same seed and others for another', () => {
    const once = levelOf(ordinary(kind, 5), 1);
    expect(canonical(levelOf(ordinary(kind, 5), 1))).toBe(canonical(once));
    expect(geometry(levelOf(ordinary(kind, 6), 1))).not.toBe(geometry(once));
  });

  it('keep what an edit does not touch', () => {
    const base = { kind, seed: 9, biome: 'castle' };
    const level = levelOf(skeleton(base), 1);
    const coins = (l: LevelData): string => canonical(l.spawns.filter((s) => s.type === 'gem'));
    const foes = (l: LevelData): string => canonical(l.spawns.filter((s) => s.room !== undefined && s.needs === undefined));
    const more = levelOf(skeleton({ ...base, design: { collectible_density: 2 } }), 1);
    expect(geometry(more)).toBe(geometry(level));
    expect(foes(more)).toBe(foes(level));
    expect(more.spawns.filter((s) => s.type === 'gem').length).toBeGreaterThan(level.spawns.filter((s) => s.type === 'gem').length);
    const fierce = levelOf(skeleton({ ...base, design: { enemy_density: 2 } }), 1);
    expect(geometry(fierce)).toBe(geometry(level));
    expect(coins(fierce)).toBe(coins(level));
    expect(fierce.rows).toEqual(level.rows);
    const safe = levelOf(skeleton({ ...base, design: { hazard_density: 0 } }), 1);
    expect(geometry(safe)).toBe(geometry(level));
    expect(safe.rows.join('')).not.toMatch(/[\^_~]/);
  });

  it('grow with the index', () => {
    let first = 0;
    let last = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const config = ordinary(kind, seed);
      first += levelOf(config, 0)
        .rows.join('')
        .replace(/[#THB]/g, '').length;
      last += levelOf(config, 2)
        .rows.join('')
        .replace(/[#THB]/g, '').length;
    }
    expect(last / first).toBeGreaterThan(1.2);
  });

  it('obey zeroes', () => {
    const none = levelOf(skeleton({ kind, seed: 4, design: { enemy_density: 0, collectible_density: 0, hazard_density: 0 } }), 0);
    expect(none.spawns.filter((s) => ['gem', 'blade', 'arrow-trap'].includes(s.type) || s.room !== undefined)).toEqual([]);
  });

  it('vary: measures spread over seeds', () => {
    const seen = new Set<string>();
    const linearity: number[] = [];
    for (let seed = 1; seed <= 40; seed++) {
      const config = ordinary(kind, seed);
      const level = levelOf(config, 1);
      seen.add(geometry(level));
      const scenes = config.scenes.map((s) => ({ ...s, properties: { ...s.properties, level } }));
      const measured = metrics(sceneInput({ ...config, scenes }, 1));
      linearity.push(measured.linearity);
      for (const key of ['linearity', 'leniency', 'density', 'branching'] as const) {
        expect(measured[key]).toBeGreaterThanOrEqual(0);
        expect(measured[key]).toBeLessThanOrEqual(1);
      }
    }
    expect(seen.size).toBe(40);
    expect(Math.max(...linearity) - Math.min(...linearity)).toBeGreaterThan(0.2);
  });
});
