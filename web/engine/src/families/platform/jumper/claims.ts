/** State-injection checks of a jumper stage. */
import { A } from '../../../core/input';
import { COLLECTED, HP, HVY, HX, HY, SCORE, STATUS, WON } from '../../../core/state';
import type { ClaimCheck, State } from '../../../core/types';
import { hasBit } from '../../../systems/platform/bits';
import { shuttleX } from '../../../systems/platform/shuttle';
import { AIR_JUMPS, BEST, initJumper, RISING, stepJumper } from './step';
import { type JumperWorld, type Ledge, ledgeX } from './world';

const PATIENCE = 40;

function play(world: JumperWorld, state: State, done: () => boolean): boolean {
  for (let t = 0; t < PATIENCE; t++) {
    stepJumper(world, state, 0, null);
    if (done()) return true;
  }
  return false;
}

/** The hero just above a ledge, falling. */
function above(world: JumperWorld, ledge: Ledge): State {
  const state = initJumper(world);
  state[HX] = ledgeX(ledge, 1) + (ledge.w >> 1) - (world.physics.w >> 1);
  state[HY] = ledge.y - world.physics.h - 256;
  state[HVY] = 256;
  state[RISING] = ledge.y + 100 * 256;
  return state;
}

export function claimsJumper(world: JumperWorld): ClaimCheck[] {
  const out: ClaimCheck[] = [];
  const p = world.physics;
  const plain = world.ledges.find((l) => !l.crumbles && !l.spring);
  if (plain !== undefined) {
    const s = above(world, plain);
    out.push({
      claim: 'platform bounces',
      ok: play(world, s, () => (s[HVY] as number) <= -p.bounce + p.gravity * 2),
      detail: 'hero dropped on it',
    });
  }
  const spring = world.ledges.find((l) => l.spring);
  if (spring !== undefined) {
    const s = above(world, spring);
    out.push({ claim: 'spring throws', ok: play(world, s, () => (s[HVY] as number) < -p.bounce), detail: 'hero dropped on it' });
  }
  const broken = world.ledges.findIndex((l) => l.crumbles);
  if (broken >= 0) {
    const s = above(world, world.ledges[broken] as Ledge);
    out.push({ claim: 'crumbling platform breaks', ok: play(world, s, () => hasBit(s, world.bits, broken)), detail: 'hero dropped on it' });
  }
  const top = world.ledges.find((l) => world.ground - l.y >= world.mark);
  if (top !== undefined) {
    const s = above(world, top);
    out.push({
      claim: 'the mark wins',
      ok: play(world, s, () => s[STATUS] === WON),
      detail: `stood ${(world.ground - top.y) >> 11} tiles high, best before ${((world.ground - (initJumper(world)[BEST] as number)) >> 11).toString()}`,
    });
  }
  const low = initJumper(world);
  low[RISING] = world.ground - 2048;
  const hp = low[HP] as number;
  out.push({
    claim: `${world.types[world.risingType]?.type ?? 'what rises'} hurts`,
    ok: play(world, low, () => (low[HP] as number) < hp),
    detail: 'it was set on the hero',
  });
  const prize = world.prizes[0];
  if (prize !== undefined) {
    const s = initJumper(world);
    s[HX] = prize.x - (p.w >> 1);
    s[HY] = prize.y - (p.h >> 1);
    s[RISING] = prize.y + 100 * 256;
    const ok = play(world, s, () => s[COLLECTED] === 1 && (s[SCORE] as number) >= prize.score);
    out.push({ claim: `${world.types[prize.type]?.type ?? 'collectible'} scores`, ok, detail: `score 0 -> ${s[SCORE]}` });
  }
  const foe = world.foes[0];
  if (foe !== undefined) {
    const name = world.types[foe.type]?.type ?? 'enemy';
    const at = (dy: number, vy: number): State => {
      const s = initJumper(world);
      s[HX] = shuttleX(foe, 1) - (p.w >> 1);
      s[HY] = foe.y - (p.h >> 1) + dy;
      s[HVY] = vy;
      s[RISING] = foe.y + 100 * 256;
      return s;
    };
    const under = at(5 * 256, -300);
    out.push({ claim: `${name} hurts`, ok: play(world, under, () => (under[HP] as number) < hp), detail: 'met from below' });
    const over = at(-7 * 256, 200);
    out.push({
      claim: `${name} can be stomped`,
      ok: play(world, over, () => hasBit(over, world.bits, world.foeBits)),
      detail: 'met from above',
    });
  }
  if (p.airJumps > 0) {
    const s = initJumper(world);
    for (let t = 0; t < 30; t++) stepJumper(world, s, t < 20 ? 0 : A, null);
    out.push({ claim: 'double jump works', ok: s[AIR_JUMPS] === p.airJumps - 1, detail: 'A pressed in the air' });
  }
  return out;
}
