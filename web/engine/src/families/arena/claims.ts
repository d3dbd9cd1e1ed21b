/** What a config claims, tried out: put the things side by side in a fresh state, step, and look. */
import { A, B } from '../../core/input';
import {
  COLLECTED,
  E_FACING,
  E_HP,
  E_STATE,
  E_VX,
  E_VY,
  FREE,
  HITSTOP,
  HP,
  HX,
  HY,
  INVULNERABLE,
  LIVES,
  LOST,
  MARK_REACHED,
  SCORE,
  STATUS,
  SUB,
  WON,
} from '../../core/state';
import type { ClaimCheck, State } from '../../core/types';
import { take, used } from '../../systems/projectiles';
import { ORDER } from '../../systems/waves';
import { BOMB, POWER, REPAIR } from './cast';
import { dropPickup, hurtFoe } from './combat';
import { initArena, stepArena } from './director';
import { D_MAX, G_BOSS, G_CHOOSING, G_CLOCK, G_CURSOR, G_FOES, H_BOMBS, H_MAX_HP, H_POWER, H_XP } from './layout';
import type { ArenaWorld } from './world';

/** A state with nothing coming and no mercy. */
function bare(world: ArenaWorld): State {
  const state = initArena(world);
  state[INVULNERABLE] = 0;
  state[G_CURSOR] = world.orders.length / ORDER;
  if (world.shooter) state[HX] = 80 * SUB;
  return state;
}

function put(world: ArenaWorld, state: State, type: number, dx: number, dy = 0): number {
  const at = take(state, world.foes, type, (state[HX] as number) + dx * SUB, (state[HY] as number) + dy * SUB);
  state[at + E_HP] = world.health[type] as number;
  state[at + D_MAX] = world.health[type] as number;
  state[at + E_STATE] = 1;
  state[at + E_FACING] = 128;
  return at;
}

function run(world: ArenaWorld, state: State, ticks: number, input = 0): void {
  for (let i = 0; i < ticks && state[STATUS] === 0; i++) stepArena(world, state, input, null);
}

export function arenaClaims(world: ArenaWorld): ClaimCheck[] {
  const out: ClaimCheck[] = [];
  const claim = (text: string, ok: boolean, detail: string): void => {
    out.push({ claim: text, ok, detail });
  };
  const name = (type: number): string => world.types[type]?.type ?? '?';
  const shot = world.shotType;
  const foes = [...new Set([...world.foeTypes, ...world.hazardTypes])];
  for (const type of foes) {
    const state = bare(world);
    state[G_CLOCK] = 100;
    const hp = state[HP] as number;
    const at = put(world, state, type, 1);
    if (!world.shooter && world.hazardTypes.includes(type)) state[at + E_STATE] = 0;
    let hurt = false;
    for (let i = 0; i < 200 && !hurt; i++) {
      stepArena(world, state, 0, null);
      hurt = (state[HP] as number) < hp || (state[LIVES] as number) < world.numbers.lives || state[STATUS] === LOST;
    }
    claim(`${name(type)} hurts`, hurt, `health ${hp} -> ${state[HP] as number}`);
  }
  const victim = world.foeTypes[0];
  if (victim !== undefined && world.shooter) {
    const state = bare(world);
    const at = put(world, state, victim, 60);
    state[at + E_HP] = 1;
    const score = state[SCORE] as number;
    state[INVULNERABLE] = 400;
    for (let i = 0; i < 120 && (state[G_FOES] as number) > 0; i++) {
      if (state[at] !== FREE) {
        state[at + E_VX] = 0;
        state[at + E_VY] = 0;
        state[at + 2] = state[HY] as number;
        state[at + 1] = (state[HX] as number) + 60 * SUB;
      }
      stepArena(world, state, A, null);
    }
    const gained = (state[SCORE] as number) - score;
    claim(`${name(shot)} beats ${name(victim)}`, (state[G_FOES] as number) === 0 && gained > 0, `score +${gained}`);
  }
  if (world.shooter) shooterClaims(world, claim, name);
  const gem = world.gemTypes[0];
  if (gem !== undefined) {
    const state = bare(world);
    const score = state[SCORE] as number;
    dropPickup(world, state, gem, (state[HX] as number) + 4 * SUB, state[HY] as number, 1);
    run(world, state, 4);
    const gained = (state[SCORE] as number) - score;
    claim(`${name(gem)} scores`, gained > 0 && (state[COLLECTED] as number) === 1, `score +${gained}`);
    if (!world.shooter) claim(`${name(gem)} gives experience`, (state[H_XP] as number) === 1, `experience ${state[H_XP] as number}`);
  }
  const heart = world.powerTypes[REPAIR] as number;
  if (heart >= 0 && world.numbers.health > 1) {
    const state = bare(world);
    state[HP] = (state[H_MAX_HP] as number) - 1;
    dropPickup(world, state, heart, state[HX] as number, state[HY] as number, 1);
    run(world, state, 4);
    claim(`${name(heart)} heals`, state[HP] === state[H_MAX_HP], `health ${state[HP] as number} of ${state[H_MAX_HP] as number}`);
  }
  losing(world, claim);
  return out;
}

type Claim = (text: string, ok: boolean, detail: string) => void;

function shooterClaims(world: ArenaWorld, claim: Claim, name: (type: number) => string): void {
  const power = world.powerTypes[POWER] as number;
  if (power >= 0) {
    const state = bare(world);
    dropPickup(world, state, power, state[HX] as number, state[HY] as number, 1);
    run(world, state, 3);
    run(world, state, 1, A);
    const ok = state[H_POWER] === 2 && used(state, world.shots) === 2;
    claim(`${name(power)} strengthens the weapon`, ok, `${used(state, world.shots)} shots at once`);
  }
  if (world.numbers.bombs > 0 && (world.powerTypes[BOMB] as number) >= 0) {
    const state = bare(world);
    const at = take(state, world.foeShots, world.foeShotType, (state[HX] as number) + 60 * SUB, state[HY] as number);
    run(world, state, 1, B);
    const ok = state[at] === FREE && state[H_BOMBS] === world.numbers.bombs - 1;
    claim('bomb clears the field', ok, `bombs left ${state[H_BOMBS] as number}`);
  }
  const state = bare(world);
  const at = take(state, world.foeShots, world.foeShotType, (state[HX] as number) + 20 * SUB, state[HY] as number);
  state[at + E_VX] = -300;
  const hits = (state[LIVES] as number) * 100 + (state[HP] as number);
  run(world, state, 40);
  claim(`${name(world.foeShotType)} hurts`, (state[LIVES] as number) * 100 + (state[HP] as number) < hits, `health ${state[HP] as number}`);
  if (world.scene.level.mark.kind === 'boss') {
    const end = bare(world);
    const boss = put(world, end, world.bossType, 180);
    end[G_BOSS] = boss;
    hurtFoe(world, end, boss, 100_000, null);
    end[HITSTOP] = 0;
    run(world, end, 2);
    claim(`beating ${name(world.bossType)} wins`, end[STATUS] === WON, end[STATUS] === WON ? 'won' : 'still playing');
  } else {
    const end = bare(world);
    run(world, end, 2);
    claim('beating every wave wins', end[STATUS] === WON && end[MARK_REACHED] === 1, end[STATUS] === WON ? 'won' : 'still playing');
  }
}

function losing(world: ArenaWorld, claim: Claim): void {
  const state = bare(world);
  const type = world.foeTypes[0];
  if (type === undefined) return;
  state[LIVES] = 1;
  state[HP] = 1;
  put(world, state, type, 1);
  run(world, state, 260);
  claim('losing the last life loses the game', state[STATUS] === LOST, state[STATUS] === LOST ? 'lost' : 'still playing');
  const choosing = (state[G_CHOOSING] as number) > 0;
  if (choosing) claim('a lost game offers nothing', false, 'an upgrade is offered after the end');
}
