/** Expressive-range measures of a platformer level; docs/guide/levels.md explains them. */
import type { Metrics, SceneInput } from '../../core/types';

/** Height of the topmost ground in each column that has one. */
function skyline(rows: readonly string[], width: number): (number | null)[] {
  const out: (number | null)[] = [];
  for (let x = 0; x < width; x++) {
    let y = rows.length - 1;
    // From below, so that ceilings are not taken for ground: the first open cell above the lowest block.
    while (y >= 0 && rows[y]![x] !== '#' && rows[y]![x] !== '=') y--;
    while (y > 0 && (rows[y - 1]![x] === '#' || rows[y - 1]![x] === '=')) y--;
    out.push(y < 0 ? null : y);
  }
  return out;
}

/** 1 when the skyline lies on a straight line, 0 when it is 8 tiles off on average. */
function linearityOf(line: readonly (number | null)[]): number {
  let n = 0;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  line.forEach((y, x) => {
    if (y === null) return;
    n++;
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
  });
  if (n < 2) return 1;
  const slope = (n * sxy - sx * sy) / Math.max(1, n * sxx - sx * sx);
  const offset = (sy - slope * sx) / n;
  let off = 0;
  line.forEach((y, x) => {
    if (y !== null) off += Math.abs(y - slope * x - offset);
  });
  return Math.max(0, 1 - off / n / 8);
}

export function metricsPlatformer(scene: SceneInput): Metrics {
  const { level } = scene;
  const role = new Map(scene.entities.map((e) => [e.type, e.properties.role]));
  const line = skyline(level.rows, level.width);
  let pits = 0;
  let spikes = 0;
  let ground = 0;
  for (let x = 0; x < level.width; x++) {
    if (line[x] === null || level.rows.some((row) => row[x] === '~')) pits++;
    if (level.rows.some((row) => row[x] === '^' || row[x] === 'v')) spikes++;
    if (line[x] !== null) ground++;
  }
  const count = (...roles: string[]): number => level.spawns.filter((s) => roles.includes(role.get(s.type) ?? '')).length;
  const foes = count('enemy', 'boss');
  const hazards = count('hazard');
  const helps = count('checkpoint', 'powerup', 'spring');
  const screens = Math.max(1, level.width / 40);
  const threat = pits / 12 + spikes / 8 + foes * 0.5 + hazards * 0.6 - helps * 0.4;
  const clip = (v: number): number => Math.round(Math.min(1, Math.max(0, v)) * 1000) / 1000;
  return {
    linearity: clip(linearityOf(line)),
    leniency: clip(1 - threat / screens / 4),
    density: clip((foes + hazards + count('collectible') / 5 + count('platform', 'spring', 'key', 'door')) / screens / 6),
    pits: clip(pits / level.width),
    ground: clip(ground / level.width),
  };
}
