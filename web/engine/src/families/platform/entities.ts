/** Entity types of the platformer: what the author's types default to, and the helpers a level needs. */
import type { Design, EntitySpec, Role } from '../../core/types';

export const BEHAVIORS = ['patrol', 'hop', 'fly', 'chase', 'shoot', 'charge', 'guard', 'swarm', 'wander', 'boss'] as const;
export type Behavior = (typeof BEHAVIORS)[number];

/** Base speed in px/s, hit points and score of each behaviour. */
const NATURE: Record<Behavior, { speed: number; health: number; score: number }> = {
  patrol: { speed: 28, health: 1, score: 50 },
  hop: { speed: 55, health: 1, score: 60 },
  fly: { speed: 40, health: 1, score: 70 },
  chase: { speed: 52, health: 1, score: 80 },
  shoot: { speed: 0, health: 1, score: 100 },
  charge: { speed: 125, health: 1, score: 90 },
  guard: { speed: 22, health: 2, score: 120 },
  swarm: { speed: 45, health: 1, score: 40 },
  wander: { speed: 24, health: 1, score: 50 },
  boss: { speed: 60, health: 5, score: 1000 },
};

const FLYING_BODIES = ['bird', 'ghost', 'insect', 'dragon', 'ship', 'flame', 'fish'];
const MOVING_HAZARD = /saw|blade|axe|pendulum|fireball|flame|ball|boulder|rock|drone|laser|spinner|wheel|gear|orb/;

export function behaviorOf(spec: EntitySpec): Behavior {
  const named = spec.ai_behavior as Behavior | undefined;
  if (named !== undefined && BEHAVIORS.includes(named)) return named;
  return spec.properties.role === 'boss' ? 'boss' : 'patrol';
}

export function baseSpeed(spec: EntitySpec): number {
  const own = spec.properties.base_speed;
  const base = typeof own === 'number' ? own : NATURE[behaviorOf(spec)].speed;
  return base * (spec.speed ?? 1);
}

function bodyOf(spec: EntitySpec): string {
  const sprite = spec.properties.sprite as { body?: unknown } | undefined;
  return typeof sprite?.body === 'string' ? sprite.body : '';
}

/** The first type of a role, if there is one. */
export function typeOf(entities: readonly EntitySpec[], role: Role): EntitySpec | undefined {
  return entities.find((e) => e.properties.role === role);
}

function enemyDefaults(spec: EntitySpec): EntitySpec {
  const behavior = behaviorOf(spec);
  const nature = NATURE[behavior];
  const boss = spec.properties.role === 'boss';
  const size = boss ? [24, 24] : [10, 10];
  const flies = behavior === 'fly' || behavior === 'swarm' || (behavior === 'chase' && FLYING_BODIES.includes(bodyOf(spec)));
  return {
    ...spec,
    health: spec.health ?? nature.health,
    speed: spec.speed ?? 1,
    ai_behavior: behavior,
    properties: {
      damage: 1,
      score: nature.score,
      stompable: true,
      flying: flies,
      hitbox: size,
      base_speed: nature.speed,
      ...spec.properties,
    },
  };
}

function hazardDefaults(spec: EntitySpec): EntitySpec {
  const name = `${spec.type} ${String(spec.properties.name ?? '')}`.toLowerCase();
  const form = MOVING_HAZARD.test(name)
    ? 'moving'
    : /lava|water|acid|slime|poison|magma|liquid|swamp|river|sea/.test(name)
      ? 'liquid'
      : 'spikes';
  return { ...spec, properties: { form, damage: 1, ...spec.properties } };
}

function helper(type: string, role: Role, more: Record<string, unknown> = {}): EntitySpec {
  return { type, properties: { role, ...more } };
}

/** Adds to `entities` the helper, unless a type of the same role (and form) is there. */
function need(entities: EntitySpec[], made: EntitySpec, same: (spec: EntitySpec) => boolean): void {
  if (entities.some(same)) return;
  let type = made.type;
  for (let i = 2; entities.some((e) => e.type === type); i++) type = `${made.type}_${i}`;
  entities.push({ ...made, type });
}

/** The author's entities with defaults filled in, and the helpers of a platformer. Idempotent. */
export function completePlatformer(design: Design, given: EntitySpec[]): EntitySpec[] {
  const out = given.map((spec) => {
    const role = spec.properties.role;
    if (role === 'enemy' || role === 'boss') return enemyDefaults(spec);
    if (role === 'hazard') return hazardDefaults(spec);
    if (role === 'collectible') return { ...spec, properties: { score: 10, ...spec.properties } };
    return spec;
  });
  const role = (r: Role) => (spec: EntitySpec) => spec.properties.role === r;
  const marked = (r: Role, key: string, value: unknown) => (spec: EntitySpec) =>
    spec.properties.role === r && spec.properties[key] === value;
  need(out, helper('hero', 'hero'), role('hero'));
  need(out, helper('goal', 'goal'), role('goal'));
  need(out, helper('checkpoint', 'checkpoint'), role('checkpoint'));
  need(out, helper('spring', 'spring'), role('spring'));
  need(out, helper('platform', 'platform', { crumbles: false }), marked('platform', 'crumbles', false));
  need(out, helper('crumbling', 'platform', { crumbles: true }), marked('platform', 'crumbles', true));
  need(out, helper('saw', 'hazard', { form: 'moving', damage: 1 }), marked('hazard', 'form', 'moving'));
  need(out, helper('key', 'key'), role('key'));
  need(out, helper('door', 'door'), role('door'));
  need(out, helper('shot', 'projectile', { owner: 'hero' }), marked('projectile', 'owner', 'hero'));
  need(out, helper('enemy_shot', 'projectile', { owner: 'enemy', damage: 1 }), marked('projectile', 'owner', 'enemy'));
  need(out, helper('heart', 'powerup', { effect: 'heart' }), marked('powerup', 'effect', 'heart'));
  need(out, helper('star_power', 'powerup', { effect: 'star' }), marked('powerup', 'effect', 'star'));
  if (design.boss) need(out, enemyDefaults({ type: 'boss', ai_behavior: 'boss', properties: { role: 'boss' } }), role('boss'));
  return out;
}
