/** How dangerous a moment is, as the music hears it: from what the view shows, never read by the game. */
import type { View } from '../engine';

/** px from the hero at which a foe begins to be heard, and at which it is as near as can be. */
const FAR = 190;
const NEAR = 56;
const BOSS = 1;
const WEAK = 0.85;
const HURRY = 0.75;
/** Seconds left from which time presses. */
const LITTLE_TIME = 10;

export function dangerOf({ hero, things, hud }: Pick<View, 'hero' | 'things' | 'hud'>, rest = 0): number {
  if (hud.boss !== null && hud.boss.hp > 0) return BOSS;
  let danger = rest;
  for (const thing of things) {
    if (thing.role === 'boss') return BOSS;
    if (thing.role !== 'enemy') continue;
    const away = Math.hypot(thing.x - hero.x, thing.y - hero.y);
    danger = Math.max(danger, 0.7 * Math.min(1, Math.max(0, (FAR - away) / (FAR - NEAR))));
  }
  if (hud.maxHp > 1 && hud.hp > 0 && hud.hp * 3 <= hud.maxHp) danger = Math.max(danger, WEAK);
  if (hud.timeLeft !== null && hud.timeLeft <= LITTLE_TIME) danger = Math.max(danger, HURRY);
  return danger;
}

function step(from: number, to: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** Gain of each layer: the first always plays, at `alone` while it is alone; the others come in one after the other. */
export function layerGains(danger: number, count: number, alone: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    if (i === 0) return alone + (1 - alone) * (count > 1 ? step(0.15, 0.5, danger) : 0);
    return i === 1 ? step(0.15, 0.5, danger) : step(0.5, 0.85, danger);
  });
}
