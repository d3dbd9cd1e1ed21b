import { beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../src/core/hash';
import { compileScene } from '../../src/core/scene';
import type { Config, EntitySpec } from '../../src/core/types';
import { registerFamilies } from '../../src/families';
import { arena } from '../../src/families/arena';
import { compose, DEFAULT_EFFORT } from '../../src/prove/prove';
import { verify } from '../../src/prove/verify';
import { sample, sampleEnemy } from '../samples';
import { EVERYONE, foe, HERO, KINDS, sceneOf, worldOf } from './stage';

beforeAll(registerFamilies);

/** Fewer noisy games and tries than a real composition has. */
const EFFORT = { ...DEFAULT_EFFORT, attempts: 3, botRuns: 3, randomRuns: 2 };

describe.each(KINDS)('%s composition', (kind) => {
  let composed: Config;
  beforeAll(() => {
    composed = compose(sample(kind, { seed: 3 }), undefined, EFFORT);
  }, 120_000);

  it('proves its sample, and the certificate holds', () => {
    expect(composed.game.proof?.status).toBe('proven');
    const verification = verify(composed);
    expect(verification.levels.map((l) => l.reason)).toEqual(['', '', '']);
    expect(verification.ok).toBe(true);
  });

  it('beats the trivial bots', () => {
    for (const level of composed.game.proof?.levels ?? []) expect(level.trivial).toEqual({ idle: 0, forward: 0, random: 0 });
  });

  it('makes three different stages', () => {
    const levels = composed.scenes.map((s) => s.properties.level);
    expect(new Set(levels.map((l) => canonical(l?.rows))).size).toBe(3);
    expect(new Set(levels.map((l) => canonical(l?.waves))).size).toBe(3);
    for (const level of levels) expect(level?.waves?.length).toBeGreaterThan(5);
  });

  it('keeps every claim', () => {
    for (let scene = 0; scene < 3; scene++) {
      const world = compileScene(composed, scene);
      expect(arena.claims(world).filter((c) => !c.ok)).toEqual([]);
    }
  });

  it('gives the same bytes for the same seed and others for another', () => {
    expect(canonical(sceneOf(kind, { seed: 4 }))).toBe(canonical(sceneOf(kind, { seed: 4 })));
    expect(canonical(sceneOf(kind, { seed: 4 }).level)).not.toBe(canonical(sceneOf(kind, { seed: 5 }).level));
  });

  it('leaves the terrain alone when there are to be more enemies, and the enemies when there are to be more gifts', () => {
    for (const index of [0, 1, 2]) {
      const usual = sceneOf(kind, { index }).level;
      const crowded = sceneOf(kind, { index, design: { enemy_density: 2 } }).level;
      const generous = sceneOf(kind, { index, design: { collectible_density: 2 } }).level;
      const plain = (level: typeof usual): unknown => level.waves?.map(({ drop: _drop, ...wave }) => wave);
      expect(crowded.rows).toEqual(usual.rows);
      expect(crowded.waves?.reduce((n, w) => n + w.count, 0)).toBeGreaterThan(usual.waves?.reduce((n, w) => n + w.count, 0) as number);
      expect(generous.rows).toEqual(usual.rows);
      expect(plain(generous)).toEqual(plain(usual));
    }
  });

  it('meets the whole cast by the last stage', () => {
    const waves = sceneOf(kind, { index: 2, seed: 21, design: { length: 2 } }).level.waves ?? [];
    const met = new Set(waves.map((w) => w.type));
    expect(met.size).toBeGreaterThanOrEqual(7);
    const first = new Set((sceneOf(kind, { index: 0 }).level.waves ?? []).map((w) => w.type));
    expect(first.size).toBeLessThan(met.size);
  });

  it('has a boss when asked to, and none otherwise', () => {
    const bosses = (boss: boolean, index: number): number => {
      const { level, entities } = sceneOf(kind, { index, design: { boss } });
      const types = new Set(entities.filter((e) => e.properties.role === 'boss').map((e) => e.type));
      return (level.waves ?? []).filter((w) => types.has(w.type)).length;
    };
    expect(bosses(true, 2)).toBeGreaterThan(0);
    expect(bosses(true, 0)).toBe(0);
    for (const index of [0, 1, 2]) expect(bosses(false, index)).toBe(0);
  });

  it('completes any cast, and completing again changes nothing', () => {
    const casts: EntitySpec[][] = [
      [],
      [HERO],
      EVERYONE,
      [HERO, foe('ghost')],
      [HERO, { type: 'boulder', properties: { role: 'hazard' } }],
      [HERO, sampleEnemy('boss', 'chase', 'blob'), { type: 'power', properties: { role: 'powerup' } }],
    ];
    for (const cast of casts) {
      const once = arena.complete(kind, sceneOf(kind).design, cast);
      expect(arena.complete(kind, sceneOf(kind).design, once)).toEqual(once);
      expect(new Set(once.map((e) => e.type)).size).toBe(once.length);
      for (const role of ['hero', 'boss', 'projectile', 'collectible', 'powerup']) {
        expect(once.some((e) => e.properties.role === role)).toBe(true);
      }
      const world = worldOf(kind, { entities: cast, index: 2 });
      expect(arena.claims(world).filter((c) => !c.ok)).toEqual([]);
    }
  });

  it('measures between 0 and 1', () => {
    for (const value of Object.values(arena.metrics(sceneOf(kind, { index: 1 })))) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });

  it('refuses waves of what is no foe', () => {
    const scene = sceneOf(kind);
    scene.level.waves?.push({ at: 5, type: 'hero', count: 1, pattern: 'line' });
    expect(() => arena.compile(scene)).toThrow(/'hero' is no enemy/);
  });
});

describe.each(KINDS)('%s with unusual wishes', (kind) => {
  const wishes: [string, Parameters<typeof sample>[1]][] = [
    ['one enemy type', { entities: [HERO, foe('ghost', 'chase')] }],
    ['hazards only', { entities: [HERO, { type: 'boulder', properties: { role: 'hazard' } }] }],
    ['nobody at all', { entities: [HERO] }],
    ['one hit, one life', { design: { mechanics: ['one-hit'], lives: 1 } }],
    ['a slow hero and fast foes', { design: { hero_speed: 0.7, enemy_speed: 1.4 } }],
    ['dash and a time limit', { design: { mechanics: ['dash'], time_limit: 180 } }],
  ];
  it.each(wishes)('is proven with %s', (_name, wish) => {
    const config = sample(kind, { ...wish, seed: 9, design: { ...wish?.design, levels: 1 } });
    const made = compose(config, undefined, { ...EFFORT, attempts: 1, botRuns: 0, randomRuns: 0 });
    expect(made.game.proof?.status).toBe('proven');
    expect(verify(made).ok).toBe(true);
  });
});
