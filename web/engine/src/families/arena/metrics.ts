/** Measures of a composed stage, 0-1 each unless said otherwise. */
import type { Metrics, SceneInput } from '../../core/types';
import { BEHAVIORS, behaviorOf, HORDE, SHOOTER } from './archetypes';

export function arenaMetrics(scene: SceneInput): Metrics {
  const { level } = scene;
  const waves = level.waves ?? [];
  const table = scene.kind === 'space-shooter' ? SHOOTER : HORDE;
  const threat = new Map<string, number>();
  const behavior = new Map<string, string>();
  let place = 0;
  for (const entity of scene.entities) {
    const { role } = entity.properties;
    if (role !== 'enemy' && role !== 'hazard' && role !== 'boss') continue;
    const named = behaviorOf(entity.ai_behavior, role, place++);
    threat.set(entity.type, table[named].threat);
    behavior.set(entity.type, named);
  }
  let solid = 0;
  for (const row of level.rows) for (const c of row) if (c === '#') solid++;
  const total = waves.reduce((sum, w) => sum + (threat.get(w.type) ?? 0) * w.count, 0);
  const count = waves.reduce((sum, w) => sum + w.count, 0);
  const end = Math.max(600, ...waves.map((w) => w.at));
  const gifts = waves.filter((w) => w.drop !== undefined).length;
  const sides = new Set(waves.map((w) => `${w.pattern}/${String(w.side)}`)).size;
  const kinds = new Set(waves.map((w) => behavior.get(w.type))).size;
  return {
    // How evenly the threat is spread over the stage: 1 = a straight, unchanging stream.
    linearity: evenness(waves.map((w) => [w.at, (threat.get(w.type) ?? 0) * w.count])),
    leniency: unit((gifts + 1) / (1 + total / 260)),
    density: unit((total / end) * (scene.kind === 'space-shooter' ? 0.35 : 0.5)),
    terrain: unit((solid / (level.width * level.height)) * 3),
    variety: unit(kinds / Math.min(5, BEHAVIORS.length)),
    formations: unit(sides / 8),
    foes: unit(count / (scene.kind === 'space-shooter' ? 400 : 1200)),
  };
}

function unit(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
}

/** 1 - (spread of threat between eighths of the stage, relative to their mean). */
function evenness(points: readonly [number, number][]): number {
  const end = Math.max(1, ...points.map(([at]) => at)) + 1;
  const parts = new Array<number>(8).fill(0);
  for (const [at, value] of points) {
    const i = Math.min(7, Math.floor((at * 8) / end));
    parts[i] = (parts[i] as number) + value;
  }
  const mean = parts.reduce((a, b) => a + b, 0) / 8;
  if (mean === 0) return 1;
  const spread = parts.reduce((a, b) => a + Math.abs(b - mean), 0) / 8 / mean;
  return unit(1 - spread / 1.5);
}
