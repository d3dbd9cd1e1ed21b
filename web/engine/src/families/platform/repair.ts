/** Mending a level where a search could not pass: footholds over the gap, foes and spikes out of the way. */
import type { LevelData } from '../../core/types';

const BEFORE = 2;
const AFTER = 12;
const LADDER = 7;

export function repairPlatformer(level: LevelData, roles: (type: string) => string | undefined, farthest: [number, number]): LevelData {
  const [fx, fy] = farthest;
  const from = Math.max(0, fx - BEFORE);
  const to = Math.min(level.width - 1, fx + AFTER);
  const rows = level.rows.map((row) => row.split(''));
  for (let x = from; x <= to; x++) {
    for (let y = 0; y < level.height; y++) {
      const row = rows[y] as string[];
      if (row[x] === '^' || row[x] === 'v') row[x] = '.';
    }
    // A foothold at every third column, no lower than the hero got.
    const y = Math.min(level.height - 2, fy + 1);
    const row = rows[y] as string[];
    if ((x - from) % 4 < 3 && row[x] === '.') row[x] = '=';
  }
  // And a ladder of ledges upwards, should a wall be too high.
  for (let i = 1; i <= LADDER; i++) {
    const row = rows[fy + 1 - 2 * i];
    if (row === undefined) break;
    for (let x = fx - 1; x <= fx + 1; x++) if (row[x] === '.') row[x] = '=';
  }
  const spawns = level.spawns.filter((s) => {
    const role = roles(s.type);
    return !((role === 'enemy' || role === 'hazard') && s.x >= from - 3 && s.x <= to + 3);
  });
  return { ...level, rows: rows.map((row) => row.join('')), spawns };
}
