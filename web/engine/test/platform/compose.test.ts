/** Levels of the three side-view kinds: proven, the same each time, and no more changed than was asked for. */
import { beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../src/core/hash';
import { familyOf } from '../../src/core/registry';
import { compileScene } from '../../src/core/scene';
import type { ComposeRequest, Config, Design, LevelData } from '../../src/core/types';
import { registerFamilies } from '../../src/families';
import { compose, DEFAULT_EFFORT, type Effort } from '../../src/prove/prove';
import { verify } from '../../src/prove/verify';
import { sample, sampleEnemy } from '../samples';

beforeAll(registerFamilies);

const KINDS = ['platformer', 'infinite-jumper', 'flappy-clone'] as const;
/** Proof without the fairness games, which take most of the time. */
const PROOF_ONLY: Effort = { ...DEFAULT_EFFORT, botRuns: 0, randomRuns: 1, attempts: 4 };

function composed(kind: string, seed: number, design: Partial<Design> = {}, effort: Effort = PROOF_ONLY): Config {
  return compose(sample(kind, { seed, design: { levels: 1, length: 0.7, ...design } }), undefined, effort);
}

function layout(kind: string, seed: number, design: Partial<Design>, index = 0): LevelData {
  const config = sample(kind, { seed, design });
  const family = familyOf(kind);
  const full = config.game.design;
  const request: ComposeRequest = {
    kind,
    design: full,
    rules: family.rules(kind, full, {}),
    entities: family.complete(kind, full, config.entities),
    index,
    count: 3,
    tension: 0,
    seed: 1234 + seed,
    attempt: 0,
  } as ComposeRequest;
  return family.compose(request);
}

describe.each(KINDS)('%s', (kind) => {
  it('the same seed gives the same bytes, another seed others', () => {
    const a = composed(kind, 3);
    expect(canonical(composed(kind, 3))).toBe(canonical(a));
    expect(canonical(composed(kind, 4).scenes)).not.toBe(canonical(a.scenes));
  });

  it('every level of a sample of seeds is proven and its certificate holds', () => {
    for (let seed = 10; seed < 12; seed++) {
      const config = composed(kind, seed);
      expect(config.game.proof?.status, `seed ${seed}`).toBe('proven');
      expect(verify(config).ok).toBe(true);
    }
  });

  it.each<[string, Partial<Design>]>([
    ['no enemies and nothing to collect', { enemy_density: 0, collectible_density: 0, hazard_density: 0 }],
    ['a low jump', { jump_height: 0.5 }],
    ['a high jump', { jump_height: 2 }],
    ['a slow hero', { hero_speed: 0.5, jump_height: 0.5, length: 0.5 }],
    ['a fast hero', { hero_speed: 2 }],
    ['an easy game', { difficulty: 'easy' }],
    ['a hard game', { difficulty: 'hard', enemy_density: 2, hazard_density: 2 }],
    [
      'much of everything',
      {
        mechanics: [
          'double-jump',
          'wall-jump',
          'dash',
          'springs',
          'moving-platforms',
          'keys-doors',
          'power-ups',
          'timer',
          'shoot',
          'glide',
        ],
      },
    ],
  ])('is proven with %s', (_name, design) => {
    const config = composed(kind, 21, design);
    expect(config.game.proof?.status).toBe('proven');
  });

  it('more to collect leaves the ground and the foes as they were', () => {
    const few = layout(kind, 5, { collectible_density: 0.5 });
    const many = layout(kind, 5, { collectible_density: 2 });
    expect(many.rows).toEqual(few.rows);
    const type = kind === 'infinite-jumper' ? 'star' : kind === 'flappy-clone' ? 'feather' : 'coin';
    expect(many.spawns.filter((s) => s.type !== type)).toEqual(few.spawns.filter((s) => s.type !== type));
    expect(many.spawns.length).toBeGreaterThan(few.spawns.length);
  });

  it('more foes leave the ground as it was', () => {
    expect(layout(kind, 6, { enemy_density: 2 }).rows).toEqual(layout(kind, 6, { enemy_density: 0.3 }).rows);
  });

  it('the claims of a composed level hold', () => {
    const config = composed(kind, 15, { mechanics: ['double-jump', 'keys-doors', 'springs'], hazard_density: 1.5 });
    const world = compileScene(config, 0);
    const checks = world.family.claims(world);
    expect(checks.length).toBeGreaterThan(3);
    expect(checks.filter((c) => !c.ok)).toEqual([]);
  });

  it('a tampered level or certificate is refused', () => {
    const config = composed(kind, 16);
    const level = config.scenes[0]!.properties.level as LevelData;
    const other = structuredClone(config);
    (other.scenes[0]!.properties.level as LevelData).seed = level.seed + 1;
    expect(verify(other).levels[0]?.reason).toMatch(/changed since/);
    const idle = structuredClone(config);
    idle.game.proof!.certificate.levels[0]!.inputs = '0-20';
    expect(verify(idle).ok).toBe(false);
    const wrong = structuredClone(config);
    wrong.game.proof!.certificate.levels[0]!.final_hash = '0'.repeat(16);
    expect(verify(wrong).levels[0]?.reason).toMatch(/another final state/);
  });

  it('shows only numbers and known names', () => {
    const config = composed(kind, 17);
    const world = compileScene(config, 0);
    const { family } = world;
    const state = family.init(world);
    const types = new Set(config.entities.map((e) => e.type));
    for (let t = 0; t < 240; t++) {
      family.step(world, state, t % 40 < 20 ? 18 : 2, null);
      const view = family.view(world, state);
      for (const d of [view.hero, ...view.things]) {
        expect([d.x, d.y, d.w, d.h, d.angle, d.alpha].every(Number.isFinite)).toBe(true);
        expect(types.has(d.type), d.type).toBe(true);
      }
      expect(new Set(view.things.map((d) => d.id)).size).toBe(view.things.length);
    }
  });
});

describe('platformer with every behaviour and a boss', () => {
  it('is proven, and the boss is what wins', () => {
    const entities = sample('platformer').entities.filter((e) => e.properties.role !== 'enemy');
    for (const b of ['patrol', 'hop', 'fly', 'chase', 'shoot', 'charge', 'guard', 'swarm', 'wander'])
      entities.push(sampleEnemy(b, b, 'blob'));
    const config = compose(
      sample('platformer', { seed: 2, entities, design: { levels: 1, boss: true, difficulty: 'easy' } }),
      undefined,
      PROOF_ONLY,
    );
    expect(config.game.proof?.status).toBe('proven');
    expect(config.scenes[0]?.properties.level?.mark.kind).toBe('boss');
    expect(verify(config).ok).toBe(true);
  });
});

describe('endless kinds', () => {
  it.each(['infinite-jumper', 'flappy-clone'])('%s goes on after the mark', (kind) => {
    const config = composed(kind, 18);
    const world = compileScene(config, 0);
    const { family } = world;
    const state = family.init(world, { endless: true });
    const inputs = family.solve(world, DEFAULT_EFFORT.budget).inputs as number[];
    for (const input of inputs) family.step(world, state, input, null);
    expect(state[15]).toBe(1);
    expect(state[1]).toBe(0);
    for (let t = 0; t < 60; t++) family.step(world, state, 0, null);
    expect(family.view(world, state).things.length).toBeGreaterThan(0);
  });
});
