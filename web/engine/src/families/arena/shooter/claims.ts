/** Claims of the side-on shooter, tried out. */
import { A, B } from '../../../core/input';
import { E_HP, E_VX, E_VY, E_X, E_Y, FREE, HITSTOP, HP, HX, HY, INVULNERABLE, LIVES, SCORE, STATUS, SUB, WON } from '../../../core/state';
import { take, used } from '../../../systems/projectiles';
import { BOMB, POWER } from '../cast';
import { dropPickup, hurtFoe } from '../combat';
import { G_BOSS, G_FOES, G_PHASE, H_BOMBS, H_POWER } from '../layout';
import { bareState, type Claim, play, putFoe, typeName } from '../trial';
import type { ArenaWorld } from '../world';

export function shooterClaims(world: ArenaWorld, claim: Claim): void {
  shots(world, claim);
  powerUps(world, claim);
  if (world.scene.level.mark.kind !== 'boss') {
    const state = bareState(world);
    play(world, state, 2);
    claim('beating every wave wins', state[STATUS] === WON, state[STATUS] === WON ? 'won' : 'still playing');
    return;
  }
  const state = bareState(world);
  const boss = putFoe(world, state, world.bossType, 180);
  state[G_BOSS] = boss;
  state[boss + E_HP] = Math.floor((state[boss + E_HP] as number) / 2);
  play(world, state, 1);
  const name = typeName(world, world.bossType);
  claim(`${name} changes its attacks when hurt`, state[G_PHASE] === 1, `phase ${(state[G_PHASE] as number) + 1}`);
  hurtFoe(world, state, boss, 100_000, null);
  state[HITSTOP] = 0;
  play(world, state, 2);
  claim(`beating ${name} wins`, state[STATUS] === WON, state[STATUS] === WON ? 'won' : 'still playing');
}

function shots(world: ArenaWorld, claim: Claim): void {
  const victim = world.foeTypes[0];
  if (victim !== undefined) {
    const state = bareState(world);
    const at = putFoe(world, state, victim, 60);
    state[INVULNERABLE] = 600;
    for (let i = 0; i < 240 && (state[G_FOES] as number) > 0; i++) {
      // Held in front of the barrel.
      state[at + E_VX] = 0;
      state[at + E_VY] = 0;
      state[at + E_X] = (state[HX] as number) + 60 * SUB;
      state[at + E_Y] = state[HY] as number;
      play(world, state, 1, A);
    }
    const gained = state[SCORE] as number;
    claim(`${typeName(world, world.shotType)} beats ${typeName(world, victim)}`, state[G_FOES] === 0 && gained > 0, `score +${gained}`);
  }
  const state = bareState(world);
  const at = take(state, world.foeShots, world.foeShotType, (state[HX] as number) + 20 * SUB, state[HY] as number);
  state[at + E_VX] = -300;
  const before = (state[LIVES] as number) * 100 + (state[HP] as number);
  putFoe(world, state, world.bossType, 200, 60);
  play(world, state, 40);
  const now = (state[LIVES] as number) * 100 + (state[HP] as number);
  claim(`${typeName(world, world.foeShotType)} hurts`, now < before, `health ${before % 100} -> ${now % 100}`);
}

function powerUps(world: ArenaWorld, claim: Claim): void {
  const power = world.powerTypes[POWER] as number;
  if (power >= 0) {
    const state = bareState(world);
    putFoe(world, state, world.bossType, 200, 60);
    dropPickup(world, state, power, state[HX] as number, state[HY] as number, 1);
    play(world, state, 3);
    play(world, state, 1, A);
    const n = used(state, world.shots);
    claim(`${typeName(world, power)} strengthens the weapon`, state[H_POWER] === 2 && n === 2, `${n} shots at once`);
  }
  if (world.numbers.bombs > 0 && (world.powerTypes[BOMB] as number) >= 0) {
    const state = bareState(world);
    const at = take(state, world.foeShots, world.foeShotType, (state[HX] as number) + 60 * SUB, state[HY] as number);
    putFoe(world, state, world.bossType, 200, 60);
    play(world, state, 1, B);
    const ok = state[at] === FREE && state[H_BOMBS] === world.numbers.bombs - 1;
    claim('bomb clears the field', ok, `bombs left ${state[H_BOMBS] as number}`);
  }
}
