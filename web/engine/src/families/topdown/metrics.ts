/** Measures of a level for the expressive range: see docs/guide/levels.md. */
import type { Metrics, SceneInput } from '../../core/types';
import { BLOCK_HERO, FATAL, flagsOf, SPIKES } from './legend';

interface RoomNote {
  depth: number;
  zone: number;
  role: string;
}

export function metrics(scene: SceneInput): Metrics {
  const { level } = scene;
  const rooms = (Array.isArray(level.rooms) ? level.rooms : []) as RoomNote[];
  const role = new Map(scene.entities.map((e) => [e.type, e.properties.role]));
  let floor = 0;
  let harmful = 0;
  for (const row of level.rows) {
    for (const char of row) {
      const flags = flagsOf(char);
      if ((flags & BLOCK_HERO) === 0) floor++;
      if ((flags & (FATAL | SPIKES)) !== 0) harmful++;
    }
  }
  const count = (...roles: string[]): number => level.spawns.filter((s) => roles.includes(role.get(s.type) ?? '')).length;
  const enemies = count('enemy') + 4 * count('boss');
  const traps = count('hazard');
  const mercies = level.spawns.filter((s) => s.type === 'potion').length + count('checkpoint');
  let deepest = 0;
  for (const r of rooms) deepest = Math.max(deepest, r.depth);
  const n = Math.max(1, rooms.length);
  const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
  return {
    linearity: share((deepest + 1) / n),
    leniency: share(1 - (enemies + traps * 1.5 + harmful / 8 - mercies * 2) / (n * 4)),
    density: share((enemies + traps + count('collectible', 'chest') + harmful / 4) / Math.max(1, floor / 12)),
    branching: share(rooms.filter((r) => ['key', 'treasure', 'lever', 'goal', 'boss'].includes(r.role)).length / n),
    openness: share(floor / (level.width * level.height)),
    rooms: rooms.length,
    locks: count('door'),
    enemies,
    hazards: traps + harmful,
  };
}
