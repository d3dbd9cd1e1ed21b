/** What a config claims, tried out: put the things side by side in a fresh state, step, and look. */
import { COLLECTED, E_STATE, E_TIMER, HP, HX, HY, LIVES, LOST, SCORE, STATUS, SUB, TIME_LEFT } from '../../core/state';
import type { ClaimCheck } from '../../core/types';
import { REPAIR } from './cast';
import { dropPickup } from './combat';
import { G_CHOOSING, H_MAX_HP } from './layout';
import { shooterClaims } from './shooter/claims';
import { survivorsClaims } from './survivors/claims';
import { bareState, type Claim, play, putFoe, typeName } from './trial';
import type { ArenaWorld } from './world';

export function arenaClaims(world: ArenaWorld): ClaimCheck[] {
  const out: ClaimCheck[] = [];
  const claim: Claim = (text, ok, detail) => {
    out.push({ claim: text, ok, detail });
  };
  const dangers = [...new Set([...world.foeTypes, ...world.hazardTypes])];
  for (const type of dangers) danger(world, type, claim);
  if (world.shooter) shooterClaims(world, claim);
  else survivorsClaims(world, claim);
  const gem = world.gemTypes[0];
  if (gem !== undefined) {
    const state = bareState(world);
    dropPickup(world, state, gem, (state[HX] as number) + 4 * SUB, state[HY] as number, 1);
    play(world, state, 12);
    const gained = state[SCORE] as number;
    claim(`${typeName(world, gem)} scores`, gained > 0 && state[COLLECTED] === 1, `score +${gained}`);
  }
  const heart = world.powerTypes[REPAIR] as number;
  if (heart >= 0 && world.numbers.health > 1) {
    const state = bareState(world);
    state[HP] = (state[H_MAX_HP] as number) - 1;
    dropPickup(world, state, heart, state[HX] as number, state[HY] as number, 1);
    play(world, state, 12);
    claim(
      `${typeName(world, heart)} heals`,
      state[HP] === state[H_MAX_HP],
      `health ${state[HP] as number} of ${state[H_MAX_HP] as number}`,
    );
  }
  endings(world, dangers[0], claim);
  return out;
}

function danger(world: ArenaWorld, type: number, claim: Claim): void {
  const state = bareState(world);
  const before = (state[LIVES] as number) * 100 + (state[HP] as number);
  const at = putFoe(world, state, type, 1);
  // Rocks of the horde fall after a warning.
  if (!world.shooter && world.hazardTypes.includes(type)) {
    state[at + E_STATE] = 2;
    state[at + E_TIMER] = 30;
  }
  const total = (): number => (state[STATUS] === LOST ? 0 : (state[LIVES] as number) * 100 + (state[HP] as number));
  play(world, state, 200, 0, () => total() < before);
  claim(`${typeName(world, type)} hurts`, total() < before, `health ${before % 100} -> ${total() % 100}`);
}

function endings(world: ArenaWorld, type: number | undefined, claim: Claim): void {
  if (type !== undefined) {
    const state = bareState(world);
    state[LIVES] = 1;
    state[HP] = 1;
    const at = putFoe(world, state, type, 1);
    if (!world.shooter && world.hazardTypes.includes(type)) {
      state[at + E_STATE] = 2;
      state[at + E_TIMER] = 30;
    }
    play(world, state, 260);
    const ok = state[STATUS] === LOST && state[G_CHOOSING] === 0;
    claim('losing the last life loses', ok, ok ? 'lost' : 'still playing');
  }
  if (world.numbers.timeLimit > 0) {
    const state = bareState(world);
    putFoe(world, state, world.bossType, 100);
    state[TIME_LEFT] = 1;
    play(world, state, 1);
    claim('running out of time loses', state[STATUS] === LOST, state[STATUS] === LOST ? 'lost' : 'still playing');
  }
}
