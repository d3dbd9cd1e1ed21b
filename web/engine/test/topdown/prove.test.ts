import { describe, expect, it } from 'vitest';
import type { ClaimCheck, Config, Design } from '../../src/core/types';
import { DEFAULT_EFFORT, type Effort } from '../../src/prove/prove';
import type { Verification } from '../../src/prove/verify';
import { ask, builtEngine } from '../built';
import { KINDS, ordinary, skeleton, wild } from './skeleton';

/** Proof without the judging of fairness. */
const BRISK: Effort = { ...DEFAULT_EFFORT, attempts: 1, botRuns: 0, randomRuns: 0 };
const DIFFICULTIES = ['easy', 'normal', 'hard'] as const;

async function compose(config: Config, effort: Effort = DEFAULT_EFFORT): Promise<Config> {
  return (await ask<{ config: Config }>('compose', { config, effort })).config;
}

describe.each(KINDS)('%s', (kind) => {
  it('is proven, claim by claim, for ordinary and for wild configs', async () => {
    const claims = new Set<string>();
    for (let seed = 202; seed < 207; seed++) {
      for (const made of [ordinary(kind, seed, DIFFICULTIES[seed % 3]), wild(kind, seed)]) {
        const config = await compose(made, { ...BRISK, attempts: 4 });
        expect(config.game.proof?.status, `seed ${seed}`).toBe('proven');
        expect((await ask<Verification>('verify', { config })).ok).toBe(true);
        for (const check of (await ask<{ checks: ClaimCheck[] }>('check', { config })).checks) {
          expect(check.ok, `seed ${seed}: ${check.claim}: ${check.detail}`).toBe(true);
          claims.add(check.claim);
        }
      }
    }
    const wanted = [
      'door needs key',
      'key opens door',
      'gem scores',
      'spikes hurt',
      'chest gives loot',
      'lever opens gate',
      'last life lost loses',
    ];
    expect([...claims]).toEqual(expect.arrayContaining(wanted));
  });

  it('composes the same bytes for the same config', async () => {
    const once = await compose(ordinary(kind, 31));
    expect(JSON.stringify(await compose(ordinary(kind, 31)))).toBe(JSON.stringify(once));
  });

  it('is fair on normal: trivial bots lose, the noisy bot wins some', async () => {
    let levels = 0;
    let fair = 0;
    for (let seed = 60; seed < 62; seed++) {
      const config = await compose(ordinary(kind, seed));
      for (const level of config.game.proof?.levels ?? []) {
        levels++;
        if (level.fair) fair++;
        expect(Math.max(level.trivial.idle, level.trivial.forward, level.trivial.random)).toBe(0);
      }
    }
    expect(fair / levels).toBeGreaterThan(0.5);
  });

  it.each([
    ['no enemies', { enemy_density: 0 }],
    ['no hazards, nothing to collect', { hazard_density: 0, collectible_density: 0 }],
    ['short and slow', { length: 0.5, hero_speed: 0.5 }],
    ['long and fast', { length: 2, hero_speed: 2, enemy_speed: 2 }],
    ['everything at once', { mechanics: ['dash', 'shoot', 'melee', 'stealth', 'power-ups', 'timer', 'boss', 'checkpoints', 'keys-doors'] }],
    ['one hit, one life', { mechanics: ['one-hit'], lives: 1, difficulty: 'hard' }],
    ['a minute', { time_limit: 60 }],
    ['one level with a boss', { levels: 1, boss: true }],
    ['ten levels', { levels: 10, length: 0.6 }],
  ] as [string, Partial<Design>][])('is proven: %s', async (_name, design) => {
    const config = await compose(skeleton({ kind, seed: 77, design }), { ...BRISK, attempts: 4 });
    expect(config.game.proof?.status).toBe('proven');
  });

  it('ends with its boss when asked to, and only there', async () => {
    const config = await compose(skeleton({ kind, seed: 3, design: { boss: true } }), BRISK);
    const marks = config.scenes.map((s) => s.properties.level?.mark.kind);
    expect(marks[2]).toBe('boss');
    expect(marks.slice(0, 2)).not.toContain('boss');
  });

  it('has no boss unless asked to', async () => {
    const config = await compose(skeleton({ kind, seed: 3, design: { boss: false } }), BRISK);
    for (const scene of config.scenes) expect(scene.properties.level?.mark.kind).not.toBe('boss');
    expect(config.entities.some((e) => e.properties.role === 'boss')).toBe(false);
  });

  it('shows what it plays: view and events along a certificate', async () => {
    const engine = await builtEngine();
    const config = await compose(ordinary(kind, 12), BRISK);
    const session = engine.open(config, 1);
    const seen = new Set<string>();
    for (const input of engine.decodeInputs(config.game.proof?.certificate.levels[1]?.inputs ?? '')) {
      for (const event of session.step(input)) seen.add(event.type);
      if (session.tick % 10 !== 0) continue;
      const before = session.hash();
      const view = session.view();
      expect(session.hash()).toBe(before);
      expect(Number.isFinite(view.hero.x) && view.hero.hp >= 0).toBe(true);
      expect(new Set(view.things.map((t) => t.id)).size).toBe(view.things.length);
    }
    expect(session.status).toBe('won');
    expect([...seen]).toEqual(expect.arrayContaining(['door', 'win', 'room']));
    expect(seen.has('key') || seen.has('chest')).toBe(true);
  });
});

describe('recorded sessions', () => {
  it.each(KINDS)('%s ends as it did', async (kind) => {
    const given = ordinary(kind, 7);
    given.game.design.boss = kind === 'dungeon-crawler';
    const config = await compose(given, BRISK);
    const certificate = config.game.proof?.certificate;
    const levels = certificate?.levels.map((l) => ({ ticks: l.ticks, final: l.final_hash }));
    expect({ config: certificate?.config_hash, levels }).toMatchSnapshot();
  });
});
