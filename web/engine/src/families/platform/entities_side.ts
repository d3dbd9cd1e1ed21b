/** Entity types of the flappy and the jumper kind. */
import type { EntitySpec, Role } from '../../core/types';

function withDefaults(given: readonly EntitySpec[], behavior: string): EntitySpec[] {
  return given.map((spec) => {
    const { role } = spec.properties;
    if (role === 'enemy' || role === 'boss') {
      return {
        ...spec,
        speed: spec.speed ?? 1,
        ai_behavior: spec.ai_behavior ?? behavior,
        properties: { damage: 1, score: 50, ...spec.properties },
      };
    }
    if (role === 'collectible') return { ...spec, properties: { score: 10, ...spec.properties } };
    return spec;
  });
}

function need(out: EntitySpec[], type: string, role: Role, more: Record<string, unknown>, same: (spec: EntitySpec) => boolean): void {
  if (out.some(same)) return;
  let name = type;
  for (let i = 2; out.some((e) => e.type === name); i++) name = `${type}_${i}`;
  out.push({ type: name, properties: { role, ...more } });
}

/** Idempotent. The gates are a hazard of the form 'gate'; other hazards of the author's are kept but not placed. */
export function completeFlappy(given: readonly EntitySpec[]): EntitySpec[] {
  const out = withDefaults(given, 'fly');
  need(out, 'hero', 'hero', {}, (e) => e.properties.role === 'hero');
  need(out, 'gate', 'hazard', { form: 'gate' }, (e) => e.properties.role === 'hazard' && e.properties.form === 'gate');
  return out;
}

/** Idempotent. What rises from below is a hazard of the form 'rising'. */
export function completeJumper(given: readonly EntitySpec[]): EntitySpec[] {
  const out = withDefaults(given, 'fly');
  need(out, 'hero', 'hero', {}, (e) => e.properties.role === 'hero');
  need(out, 'platform', 'platform', { crumbles: false }, (e) => e.properties.role === 'platform' && e.properties.crumbles !== true);
  need(out, 'crumbling', 'platform', { crumbles: true }, (e) => e.properties.role === 'platform' && e.properties.crumbles === true);
  need(out, 'spring', 'spring', {}, (e) => e.properties.role === 'spring');
  need(out, 'rising', 'hazard', { form: 'rising' }, (e) => e.properties.role === 'hazard' && e.properties.form === 'rising');
  return out;
}
