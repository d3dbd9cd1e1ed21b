/** What the proof loop promises whatever the family: a kept layout, kept certificates, recorded games that end as they did. */
import { describe, expect, it } from 'vitest';
import type { Config, LevelProof } from '../../src/core/types';
import type { Verification } from '../../src/prove/verify';
import { ask } from '../built';
import { sample } from '../samples';

const SIDE_VIEWS = ['platformer', 'infinite-jumper', 'flappy-clone'] as const;

async function composed(config: Config, scenes?: number[]): Promise<Config> {
  return (await ask<{ config: Config }>('compose', { config, ...(scenes === undefined ? {} : { scenes }) })).config;
}

describe('recorded sessions', () => {
  // They change only when the simulation or the composer does, and then on purpose: `vitest run -u` records anew.
  it.each(SIDE_VIEWS)('%s ends as it did', async (kind) => {
    const { proof } = (await composed(sample(kind, { seed: 11 }))).game;
    expect(proof?.status).toBe('proven');
    expect(proof?.certificate.levels.map((l) => ({ ticks: l.ticks, inputs: l.inputs, final: l.final_hash }))).toMatchSnapshot();
  });
});

describe('composing anew', () => {
  it('a composed game comes out as it went in', async () => {
    const first = await composed(sample('platformer', { seed: 3 }));
    const again = await composed(first);
    expect(again.scenes).toEqual(first.scenes);
    expect(again.game.proof?.certificate).toEqual(first.game.proof?.certificate);
  });

  it('only the scenes asked for; the others keep level and certificate', async () => {
    const first = await composed(sample('platformer', { seed: 3 }));
    const changed: Config = structuredClone(first);
    const scene = changed.scenes[1];
    if (scene === undefined) throw new Error('three levels were expected');
    scene.properties.design = { collectible_density: 2 };
    const second = await composed(changed, [1]);
    expect(second.scenes[0]).toEqual(first.scenes[0]);
    expect(second.scenes[2]).toEqual(first.scenes[2]);
    expect(second.game.proof?.certificate.levels[0]).toEqual(first.game.proof?.certificate.levels[0]);
    expect(second.scenes[1]?.properties.level?.rows).toEqual(first.scenes[1]?.properties.level?.rows);
    const count = (config: Config): number => config.scenes[1]?.properties.level?.spawns.filter((s) => s.type === 'coin').length ?? 0;
    expect(count(second)).toBeGreaterThan(count(first));
  });

  it('begins at the tension that suited the level before', async () => {
    const first = await composed(sample('platformer', { seed: 3 }));
    for (const scene of first.scenes) expect(scene.properties.level?.made).toMatchObject({ tension: expect.any(Number) });
  });
});

describe('against the clock', () => {
  const effort = { botRuns: 0, randomRuns: 0 };

  it.each([...SIDE_VIEWS, 'space-shooter'] as const)('a %s is cut to what there is time for', async (kind) => {
    for (const time_limit of [15, 40]) {
      const { config } = await ask<{ config: Config }>('compose', { config: sample(kind, { seed: 4, design: { time_limit } }), effort });
      expect(config.game.proof?.status).toBe('proven');
      for (const level of config.game.proof?.certificate.levels ?? []) expect(level.ticks).toBeLessThan(time_limit * 60);
    }
  });

  it('a horde is survived for as long as was asked, and the clock is no way to lose', async () => {
    const { config } = await ask<{ config: Config }>('compose', {
      config: sample('horde-survivors', { seed: 4, design: { time_limit: 60 } }),
      effort,
    });
    expect(config.game.rules?.time_limit).toBe(0);
    for (const scene of config.scenes) expect(scene.properties.level?.mark).toEqual({ kind: 'seconds', value: 60 });
    expect(config.game.proof?.status).toBe('proven');
  });
});

describe('statistics', () => {
  it.each([...SIDE_VIEWS, 'dungeon-crawler', 'space-shooter'] as const)('of a %s are those of the levels that were kept', async (kind) => {
    const config = await composed(sample(kind, { seed: 12 }));
    for (const told of config.game.proof?.levels ?? []) {
      const { level, stats } = await ask<{ level: LevelProof; stats: typeof told }>('judge', { config, scene: told.scene });
      expect({ ...stats, attempts: told.attempts, repairs: told.repairs }).toEqual(told);
      expect(level).toEqual(config.game.proof?.certificate.levels[told.scene]);
    }
  });
});

describe('certificates', () => {
  it('do not hold for another level', async () => {
    const game = await composed(sample('flappy-clone', { seed: 5 }));
    expect(await ask<Verification>('verify', { config: game })).toMatchObject({ ok: true, same_core: true });
    const other: Config = structuredClone(game);
    const level = other.scenes[0]?.properties.level;
    if (level === undefined) throw new Error('a level was expected');
    level.mark = { ...level.mark, value: level.mark.value + 1 };
    const verdict = await ask<Verification>('verify', { config: other });
    expect(verdict.ok).toBe(false);
    expect(verdict.levels[0]?.reason).toContain('changed since');
    expect(verdict.levels[1]?.ok).toBe(true);
  });
});
