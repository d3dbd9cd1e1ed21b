/** Mending a level near the place where a search came to grief: fewer foes, no traps, something to drink. */
import type { ComposeRequest, LevelData, Spawn } from '../../../core/types';
import { BLOCK_HERO, FATAL, flagsOf } from '../legend';

const REACH = 9;

export function repair(level: LevelData, request: ComposeRequest, farthest: [number, number]): LevelData {
  const role = new Map(request.entities.map((e) => [e.type, e.properties.role]));
  const near = (x: number, y: number): boolean => Math.abs(x - farthest[0]) <= REACH && Math.abs(y - farthest[1]) <= REACH;
  let kept = 0;
  const spawns: Spawn[] = level.spawns.filter((s) => {
    if (!near(s.x, s.y)) return true;
    if (s.type === 'blade' || s.type === 'arrow-trap') return false;
    // Every second enemy goes.
    return role.get(s.type) !== 'enemy' || kept++ % 2 === 0;
  });
  const rows = level.rows.map((row, y) =>
    [...row].map((char, x) => (near(x, y) && (char === '^' || (flagsOf(char) & FATAL) !== 0) ? '.' : char)).join(''),
  );
  const [fx, fy] = farthest;
  const taken = new Set(spawns.map((s) => `${s.x},${s.y}`));
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const) {
    const char = rows[fy + dy]?.[fx + dx];
    if (char === undefined || char === 'D' || (flagsOf(char) & BLOCK_HERO) !== 0 || taken.has(`${fx + dx},${fy + dy}`)) continue;
    spawns.push({ type: 'potion', x: fx + dx, y: fy + dy });
    break;
  }
  return { ...level, rows, spawns };
}
