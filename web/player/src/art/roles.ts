/** Pictures for entity types whose config names none: what a goal, a spring or a shot looks like by itself. */
import type { SpriteSpec } from './rig';

export interface EntityLook {
  type: string;
  role: string;
  properties: Readonly<Record<string, unknown>>;
}

const BY_ROLE: Readonly<Record<string, SpriteSpec>> = {
  hero: { prompt: 'young explorer', body: 'biped', colors: ['#3f8fd0', '#f4c542'] },
  enemy: { prompt: 'slime', body: 'blob', colors: ['#7a5ac8'] },
  boss: { prompt: 'dragon', body: 'dragon', colors: ['#b5342f', '#f2c230', '#5a2040'] },
  collectible: { prompt: 'gold coin', body: 'coin', colors: ['#f5b92e'] },
  hazard: { prompt: 'saw blade', body: 'object', colors: ['#b9c3d4'] },
  key: { prompt: 'key', body: 'key', colors: ['#f5c542'] },
  door: { prompt: 'door', body: 'object', colors: ['#a4683a'] },
  checkpoint: { prompt: 'flag', body: 'object', colors: ['#3f8fd0'] },
  goal: { prompt: 'portal', body: 'object', colors: ['#8a5af0'] },
  powerup: { prompt: 'heart', body: 'gem', colors: ['#ef4a5a'] },
  projectile: { prompt: 'bolt', body: 'weapon', colors: ['#ffd75e'] },
  platform: { prompt: 'platform', body: 'object', colors: ['#a4683a'] },
  spring: { prompt: 'spring', body: 'object', colors: ['#d2403a'] },
  chest: { prompt: 'chest', body: 'object', colors: ['#a4683a'] },
  prop: { prompt: 'crate', body: 'object', colors: ['#a4683a'] },
};

/** Bonuses mean the same in every game, so they look the same. */
const POWERUPS: Readonly<Record<string, SpriteSpec>> = {
  heart: { prompt: 'heart', body: 'gem', colors: ['#ef4a5a'] },
  repair: { prompt: 'heart', body: 'gem', colors: ['#ef4a5a'] },
  star: { prompt: 'star', body: 'gem', colors: ['#f7d24a'] },
  bomb: { prompt: 'bomb ball', body: 'gem', colors: ['#4a5070'] },
  magnet: { prompt: 'magnet', body: 'object', colors: ['#e0455e', '#d8dee8'] },
};

function isSpec(value: unknown): value is SpriteSpec {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as SpriteSpec).prompt === 'string' &&
    typeof (value as SpriteSpec).body === 'string'
  );
}

/** The sprite spec of an entity type: its own, or the one its role and name suggest. */
export function spriteSpecOf(look: EntityLook): SpriteSpec {
  const own = look.properties.sprite;
  // What slides along a track and cuts looks like that, whatever the place's usual hazard is.
  if (look.role === 'hazard' && look.properties.form === 'moving')
    return { prompt: 'saw blade', body: 'object', colors: ['#b9c3d4', '#5b6270'] };
  const known = look.role === 'powerup' ? POWERUPS[String(look.properties.effect)] : undefined;
  if (known !== undefined) return known;
  if (isSpec(own)) return look.role === 'projectile' ? missile(own, look.properties.owner === 'enemy') : own;
  const base = BY_ROLE[look.role] ?? (BY_ROLE.prop as SpriteSpec);
  if (look.role === 'powerup' && /star/.test(look.type)) return { prompt: 'star', body: 'gem', colors: ['#f7d24a'] };
  if (look.role === 'projectile' && look.properties.owner === 'enemy') return { ...base, colors: ['#ff5a6a'] };
  if (look.role === 'prop' || look.role === 'hazard') return { ...base, prompt: look.type.replace(/[_-]/g, ' ') };
  return base;
}

/** Shots are drawn as what they do, whatever body they were given: a bolt, a ball, an arrow, a sweep. */
function missile(spec: SpriteSpec, hostile: boolean): SpriteSpec {
  // Whose shot it is must be seen at a glance: foes' are always hot red.
  const colors = hostile ? ['#ff4f6a', '#ffd9de'] : (spec.colors ?? ['#ffd75e']);
  if (/arc|slash|sweep|swing|stroke/.test(spec.prompt)) return { ...spec, body: 'slash', colors };
  if (/orb|ball|bubble|pearl|spit|bullet|fire/.test(spec.prompt)) return { prompt: 'orb', body: 'orb', colors };
  if (spec.body === 'flame') return { prompt: 'bolt', body: 'weapon', colors };
  return { ...spec, colors };
}
