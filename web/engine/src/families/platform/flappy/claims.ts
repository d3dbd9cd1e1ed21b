/** State-injection checks of a flappy stage. */
import { A } from '../../../core/input';
import { COLLECTED, HP, HVY, HX, HY, SCORE, STATUS, WON } from '../../../core/state';
import type { ClaimCheck, State } from '../../../core/types';
import { GATES, initFlappy, stepFlappy } from './step';
import { type FlappyWorld, gateAt, openingAt } from './world';

const PATIENCE = 60;

function play(world: FlappyWorld, state: State, input: number, done: () => boolean): boolean {
  for (let t = 0; t < PATIENCE; t++) {
    stepFlappy(world, state, t === 0 ? input : 0, null);
    if (done()) return true;
  }
  return false;
}

export function claimsFlappy(world: FlappyWorld): ClaimCheck[] {
  const out: ClaimCheck[] = [];
  const p = world.physics;
  const flap = initFlappy(world);
  stepFlappy(world, flap, A, null);
  out.push({ claim: 'hero flaps', ok: (flap[HVY] as number) < 0, detail: `vertical speed after A: ${flap[HVY]}` });
  const gate = gateAt(world, 0);
  const wall = initFlappy(world);
  wall[HX] = gate.x - p.w;
  wall[HY] = Math.max(0, openingAt(gate, 0) - gate.gap);
  const hp = wall[HP] as number;
  out.push({ claim: 'gate hurts', ok: play(world, wall, 0, () => (wall[HP] as number) < hp), detail: 'hero flown into its upper half' });
  const end = initFlappy(world);
  const last = gateAt(world, world.mark - 1);
  end[GATES] = world.mark - 1;
  end[HX] = last.x + p.gateW - 256;
  end[HY] = openingAt(last, 0);
  out.push({ claim: 'the last gate wins', ok: play(world, end, 0, () => end[STATUS] === WON), detail: `gate ${world.mark} passed` });
  const coin = world.coins[0];
  if (coin !== undefined) {
    const s = initFlappy(world);
    s[HX] = coin.x - (p.w >> 1) - p.scroll;
    s[HY] = coin.y - (p.h >> 1);
    const score = s[SCORE] as number;
    const ok = play(world, s, 0, () => s[COLLECTED] === 1 && (s[SCORE] as number) >= score + coin.score);
    out.push({ claim: `${world.types[coin.type]?.type ?? 'coin'} scores`, ok, detail: `score ${score} -> ${s[SCORE]}` });
  }
  const foe = world.flyers[0];
  if (foe !== undefined) {
    const s = initFlappy(world);
    s[GATES] = world.gates.findIndex((g) => g.x > foe.x);
    s[HX] = foe.x - (p.w >> 1) - p.scroll;
    s[HY] = openingAt(foe, 1) - (p.h >> 1);
    const ok = play(world, s, 0, () => (s[HP] as number) < hp);
    out.push({ claim: `${world.types[foe.type]?.type ?? 'enemy'} hurts`, ok, detail: 'hero set on it' });
  }
  return out;
}
