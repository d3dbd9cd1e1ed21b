/** Who takes part: the author's entities and those an arena cannot do without. */
import type { Design, EntitySpec, Role } from '../../core/types';
import { type Archetype, type Behavior, behaviorOf } from './archetypes';

export const EFFECTS = ['power', 'repair', 'bomb', 'rapid', 'magnet'] as const;
export type Effect = (typeof EFFECTS)[number];
export const POWER = 0;
export const REPAIR = 1;
export const BOMB = 2;
export const RAPID = 3;
export const MAGNET = 4;

const EFFECTS_OF: Record<string, readonly Effect[]> = {
  'space-shooter': ['power', 'repair', 'bomb', 'rapid'],
  'horde-survivors': ['repair', 'magnet', 'bomb'],
};

const EFFECT_NAMES: Record<Effect, string> = {
  power: 'power core',
  repair: 'heart',
  bomb: 'bomb',
  rapid: 'rapid fire',
  magnet: 'magnet',
};

export function complete(kind: string, design: Design, entities: readonly EntitySpec[]): EntitySpec[] {
  const out: EntitySpec[] = [...entities];
  const has = (role: Role): boolean => out.some((e) => e.properties.role === role);
  const add = (name: string, properties: EntitySpec['properties'], rest: Partial<EntitySpec> = {}): void => {
    let type = name;
    for (let n = 2; out.some((e) => e.type === type); n++) type = `${name}_${n}`;
    out.push({ type, ...rest, properties });
  };
  if (!has('hero')) add('hero', { role: 'hero', name: 'hero' });
  const foe = out.find((e) => e.properties.role === 'enemy');
  if (foe === undefined && !has('hazard')) {
    const rock = kind === 'space-shooter' ? 'asteroid' : 'meteor';
    add(rock, { role: 'hazard', name: `falling ${rock}`, sprite: { prompt: `grey ${rock}`, body: 'rock', size: [16, 16] } });
  }
  if (!has('boss')) {
    const model = foe ?? (out.find((e) => e.properties.role === 'hazard') as EntitySpec);
    add('boss', { role: 'boss', name: `giant ${nameOf(model)}`, ...giantSprite(model) }, { ai_behavior: 'boss' });
  }
  const shots = out.filter((e) => e.properties.role === 'projectile');
  if (!shots.some((e) => e.properties.owner !== 'enemy')) {
    add('hero_shot', { role: 'projectile', owner: 'hero', name: 'shot', sprite: { prompt: 'bright bolt', body: 'flame', size: [8, 4] } });
  }
  if (!shots.some((e) => e.properties.owner === 'enemy')) {
    add('enemy_shot', { role: 'projectile', owner: 'enemy', name: 'bullet', sprite: { prompt: 'red orb', body: 'flame', size: [6, 6] } });
  }
  if (!has('collectible')) {
    add('gem', { role: 'collectible', name: 'gem', score: 10, sprite: { prompt: 'small blue gem', body: 'gem', size: [8, 8] } });
  }
  const wanted = EFFECTS_OF[kind] ?? [];
  for (const effect of wanted) {
    if (design.mechanics.includes('dash') && effect === 'bomb' && kind === 'space-shooter') continue;
    if (out.some((e) => e.properties.role === 'powerup' && e.properties.effect === effect)) continue;
    const unnamed = out.findIndex((e) => e.properties.role === 'powerup' && e.properties.effect === undefined);
    const mine = out[unnamed];
    // An author's power-up without an effect takes the first one nobody gives yet.
    if (mine !== undefined) out[unnamed] = { ...mine, properties: { ...mine.properties, effect } };
    else {
      const name = EFFECT_NAMES[effect];
      add(effect, {
        role: 'powerup',
        effect,
        name,
        sprite: { prompt: name, body: effect === 'repair' ? 'object' : 'gem', size: [10, 10] },
      });
    }
  }
  return out;
}

function nameOf(entity: EntitySpec): string {
  return typeof entity.properties.name === 'string' ? entity.properties.name : entity.type;
}

function giantSprite(model: EntitySpec): Record<string, unknown> {
  const sprite = model.properties.sprite;
  if (typeof sprite !== 'object' || sprite === null) return {};
  return { sprite: { ...sprite, prompt: `giant ${String((sprite as Record<string, unknown>).prompt ?? model.type)}`, size: [32, 32] } };
}

/** A foe as a composer of waves sees it. */
export interface CastFoe {
  type: string;
  behavior: Behavior;
  /** What one of it costs a wave's budget. */
  threat: number;
}

export function casting(
  entities: readonly EntitySpec[],
  table: Record<Behavior, Archetype>,
): { enemies: CastFoe[]; hazards: CastFoe[]; boss: string } {
  const enemies: CastFoe[] = [];
  const hazards: CastFoe[] = [];
  let boss = 'boss';
  let place = 0;
  for (const entity of entities) {
    const { role } = entity.properties;
    if (role !== 'enemy' && role !== 'hazard' && role !== 'boss') continue;
    const behavior = behaviorOf(entity.ai_behavior, role, place++);
    if (role === 'boss') {
      boss = entity.type;
      continue;
    }
    const toughness = Math.min(6, Math.max(1, entity.health ?? 1));
    const foe = { type: entity.type, behavior, threat: Math.round(table[behavior].threat * (0.6 + 0.4 * toughness)) };
    (role === 'enemy' ? enemies : hazards).push(foe);
  }
  return { enemies, hazards, boss };
}

/** How many kinds of foe a stage may use: two in the first, all of them in the last. */
export function familiar(kinds: number, index: number, count: number): number {
  const share = Math.ceil((kinds * (index + 1)) / Math.max(1, count));
  return Math.max(1, Math.min(kinds, Math.max(2 + index, share)));
}
