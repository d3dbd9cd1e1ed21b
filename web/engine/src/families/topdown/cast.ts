/** Who plays which part: entity types by role, with the helpers this family adds when the author named none. */
import { DEFAULT_DESIGN } from '../../core/scene';
import type { Design, EntitySpec, Role } from '../../core/types';

export const BEHAVIORS = ['patrol', 'wander', 'chase', 'shoot', 'charge', 'guard', 'hop', 'swarm', 'fly', 'boss'] as const;
export type Behavior = (typeof BEHAVIORS)[number];

export const LOCKS = 3;
const LOCK_NAMES = ['gold', 'silver', 'ruby'] as const;
const LOCK_COLORS = ['#f2c14e', '#c8d3df', '#e0455e'] as const;

function entity(type: string, role: Role, body: string, colors: string[], prompt = type.replace(/-/g, ' '), more: object = {}): EntitySpec {
  return { type, properties: { role, name: prompt, sprite: { prompt, body, colors, size: [16, 16] }, ...more } };
}

function ofRole(entities: readonly EntitySpec[], role: Role): EntitySpec[] {
  return entities.filter((e) => e.properties.role === role);
}

/** Behaviours an enemy without a stated one may get, by the kind of body it has; the position among the enemies picks. */
const BY_BODY: Readonly<Record<string, readonly Behavior[]>> = {
  bird: ['fly', 'swarm'],
  insect: ['swarm', 'fly', 'hop'],
  ghost: ['fly', 'chase'],
  dragon: ['shoot', 'fly', 'charge'],
  blob: ['hop', 'wander', 'swarm'],
  plant: ['shoot', 'wander'],
  robot: ['patrol', 'shoot', 'charge'],
  ship: ['shoot', 'chase', 'fly'],
  vehicle: ['charge', 'chase', 'patrol'],
  quadruped: ['chase', 'charge', 'wander'],
  serpent: ['wander', 'chase', 'charge'],
  spider: ['swarm', 'hop', 'chase'],
  biped: ['chase', 'shoot', 'patrol'],
};
const ANY: readonly Behavior[] = ['chase', 'shoot', 'patrol', 'hop', 'charge', 'fly', 'swarm'];

/** The behaviour an enemy plays. */
export function behaviorOf(spec: EntitySpec, position: number, stealth: boolean): Behavior {
  if (spec.properties.role === 'boss') return 'boss';
  const stated = spec.ai_behavior as Behavior | undefined;
  if (stated !== undefined && stated !== 'boss' && BEHAVIORS.includes(stated)) return stated;
  if (stealth) return position % 3 === 2 ? 'patrol' : 'guard';
  const sprite = spec.properties.sprite as { body?: string } | undefined;
  const choices = BY_BODY[sprite?.body ?? ''] ?? ANY;
  return choices[position % choices.length] as Behavior;
}

/** Whether this game has a boss at its end. */
export function wantsBoss(design: Design, entities: readonly EntitySpec[]): boolean {
  return design.boss || design.mechanics.includes('boss') || ofRole(entities, 'boss').length > 0;
}

/** The author's entities, with a stated behaviour for every enemy, and whatever a level of this kind needs beyond them. */
export function complete(kind: string, given: Design, entities: EntitySpec[]): EntitySpec[] {
  const design = { ...DEFAULT_DESIGN, ...given };
  const out = entities.map((e) => ({ ...e }));
  const stealth = design.mechanics.includes('stealth');
  ofRole(out, 'enemy').forEach((enemy, i) => {
    enemy.ai_behavior = behaviorOf(enemy, i, stealth);
  });
  const add = (spec: EntitySpec): void => {
    if (!out.some((e) => e.type === spec.type)) out.push(spec);
  };
  if (ofRole(out, 'hero').length === 0) add(entity('hero', 'hero', 'biped', ['#3a6ea5', '#f2d6b3']));
  if (ofRole(out, 'goal').length === 0) {
    if (kind === 'dungeon-crawler') add(entity('stairs', 'goal', 'object', ['#8a7f8d', '#f2c14e'], 'stone stairs leading out'));
    else add(entity('portal', 'goal', 'object', ['#5ad1c8', '#fff4c2'], 'glowing portal'));
  }
  const keys = ofRole(out, 'key').length;
  const doors = ofRole(out, 'door').length;
  for (let i = keys; i < LOCKS; i++) add(entity(`${LOCK_NAMES[i]}-key`, 'key', 'key', [LOCK_COLORS[i] as string], `${LOCK_NAMES[i]} key`));
  for (let i = doors; i < LOCKS; i++)
    add(
      entity(`${LOCK_NAMES[i]}-door`, 'door', 'object', ['#6b4a2f', LOCK_COLORS[i] as string], `wooden door with a ${LOCK_NAMES[i]} lock`),
    );
  add(entity('gate', 'door', 'object', ['#5b6270', '#9aa3b2'], 'iron gate', { gate: true }));
  add(entity('lever', 'prop', 'object', ['#b0703c', '#9aa3b2'], 'floor lever'));
  add(entity('chest', 'chest', 'object', ['#8b5a2b', '#f2c14e'], 'treasure chest'));
  add(entity('potion', 'powerup', 'object', ['#e0455e', '#ffd7de'], 'red healing potion', { effect: 'heal' }));
  add(entity('might', 'powerup', 'object', ['#f58a2d', '#ffe08a'], 'flaming gauntlet', { effect: 'might' }));
  if (ofRole(out, 'checkpoint').length === 0)
    add(entity('shrine', 'checkpoint', 'object', ['#8fb7d9', '#eaf6ff'], 'small shrine with a candle'));
  add(entity('slash', 'projectile', 'object', ['#ffffff', '#cfe8ff'], 'arc of a sword stroke'));
  add(entity('bolt', 'projectile', 'object', ['#fff4c2', '#f2c14e'], 'bright bolt'));
  add(entity('spit', 'projectile', 'object', ['#e0455e', '#5a1030'], 'dark glowing orb'));
  add(entity('arrow', 'projectile', 'weapon', ['#d8c9a8', '#6b4a2f'], 'arrow'));
  if (design.hazard_density > 0) {
    add(entity('arrow-trap', 'hazard', 'object', ['#4a4550', '#1c1a22'], 'stone face in a wall that shoots arrows', { trap: 'arrow' }));
    add(entity('blade', 'hazard', 'object', ['#c8d3df', '#5b6270'], 'sliding saw blade', { trap: 'blade' }));
  }
  add(entity('sight', 'prop', 'object', ['#fff4c2'], 'cone of sight'));
  if (wantsBoss(design, out) && ofRole(out, 'boss').length === 0) {
    const lead = ofRole(out, 'enemy')[0];
    const sprite = (lead?.properties.sprite ?? {}) as { prompt?: string; body?: string; colors?: string[] };
    const name = `giant ${sprite.prompt ?? lead?.type ?? 'guardian'}`;
    const colors = sprite.colors ?? ['#5a1030', '#e0455e'];
    const spec = entity('boss', 'boss', sprite.body ?? 'dragon', colors, name, {
      sprite: { prompt: name, body: sprite.body ?? 'dragon', colors, size: [32, 32] },
    });
    add({ ...spec, ai_behavior: 'boss' });
  }
  return out;
}

/** Type names by part, for the composer and the simulation. */
export interface Cast {
  hero: string;
  goal: string;
  checkpoint: string;
  keys: string[];
  doors: string[];
  enemies: EntitySpec[];
  boss: EntitySpec | null;
  coins: EntitySpec[];
}

export function castOf(entities: readonly EntitySpec[]): Cast {
  const names = (role: Role): string[] => ofRole(entities, role).map((e) => e.type);
  return {
    hero: names('hero')[0] ?? 'hero',
    goal: names('goal')[0] ?? 'portal',
    checkpoint: names('checkpoint')[0] ?? 'shrine',
    keys: names('key').slice(0, LOCKS),
    doors: ofRole(entities, 'door')
      .filter((e) => e.properties.gate !== true)
      .map((e) => e.type)
      .slice(0, LOCKS),
    enemies: ofRole(entities, 'enemy'),
    boss: ofRole(entities, 'boss')[0] ?? null,
    coins: ofRole(entities, 'collectible'),
  };
}
