/** Claims of the horde kind, tried out. */
import { A, RIGHT } from '../../../core/input';
import { E_HP, HP, HX, HY, INVULNERABLE, STATUS, SUB, WON } from '../../../core/state';
import { used } from '../../../systems/projectiles';
import { MAGNET } from '../cast';
import { dropPickup } from '../combat';
import { G_BOSS, G_CHOOSING, G_CLOCK, G_FOES, G_OFFER, G_PHASE, G_PICK, H_LEVEL, H_UPGRADES, H_XP } from '../layout';
import { bareState, type Claim, play, putFoe, typeName } from '../trial';
import type { ArenaWorld } from '../world';
import { experienceFor, offers, upgradeLevel } from './upgrades';

export function survivorsClaims(world: ArenaWorld, claim: Claim): void {
  weapons(world, claim);
  levels(world, claim);
  const state = bareState(world);
  state[G_CLOCK] = world.surviveTicks - 2;
  play(world, state, 1);
  const early = state[STATUS] === WON;
  play(world, state, 1);
  const ok = !early && state[STATUS] === WON;
  claim(`surviving ${Math.floor(world.surviveTicks / 60)} seconds wins`, ok, ok ? 'won at the last tick' : 'not at the mark');
}

function weapons(world: ArenaWorld, claim: Claim): void {
  const victim = world.foeTypes.find((type) => !world.hazardTypes.includes(type));
  if (victim !== undefined) {
    const state = bareState(world);
    putFoe(world, state, victim, 60);
    state[INVULNERABLE] = 9999;
    state[G_CLOCK] = 0;
    play(world, state, 600, 0, () => state[G_FOES] === 0);
    claim(
      `weapons beat ${typeName(world, victim)} by themselves`,
      state[G_FOES] === 0,
      `${state[G_FOES] === 0 ? 'beaten' : 'still there'}`,
    );
    claim(`${typeName(world, victim)} leaves experience`, used(state, world.pickups) > 0 || (state[H_XP] as number) > 0, 'a gem');
  }
  if (world.waves.some((wave) => wave.type === world.types[world.bossType]?.type)) {
    const state = bareState(world);
    const boss = putFoe(world, state, world.bossType, 100);
    state[G_BOSS] = boss;
    state[boss + E_HP] = Math.floor((state[boss + E_HP] as number) / 3);
    play(world, state, 2);
    claim(`${typeName(world, world.bossType)} grows angry when hurt`, state[G_PHASE] === 1, `phase ${(state[G_PHASE] as number) + 1}`);
  }
  const magnet = world.powerTypes[MAGNET] as number;
  const gem = world.gemTypes[0];
  if (magnet >= 0 && gem !== undefined) {
    const state = bareState(world);
    dropPickup(world, state, gem, (state[HX] as number) + 150 * SUB, state[HY] as number, 1);
    dropPickup(world, state, magnet, state[HX] as number, state[HY] as number, 1);
    play(world, state, 120);
    claim(`${typeName(world, magnet)} draws gems in`, state[H_XP] === 1, `experience ${state[H_XP] as number}`);
  }
}

function levels(world: ArenaWorld, claim: Claim): void {
  const gem = world.gemTypes[0];
  if (gem === undefined) return;
  const state = bareState(world);
  dropPickup(world, state, gem, (state[HX] as number) + 8 * SUB, state[HY] as number, experienceFor(1));
  play(world, state, 20, 0, () => (state[G_CHOOSING] as number) > 0);
  const open = (state[G_CHOOSING] as number) > 0;
  claim(
    `${typeName(world, gem)} gives experience`,
    state[H_LEVEL] === 2 || (state[H_XP] as number) > 0,
    `level ${state[H_LEVEL] as number}`,
  );
  const n = offers(state);
  claim('level-up offers choices', open && n === 3, `${n} offered`);
  const clock = state[G_CLOCK] as number;
  const wanted = state[G_OFFER + 1] as number;
  play(world, state, 20);
  play(world, state, 1, RIGHT);
  const moved = state[G_PICK] === 1;
  play(world, state, 1);
  const stood = (state[G_CLOCK] as number) === clock;
  const before = upgradeLevel(state, wanted);
  play(world, state, 1, A);
  const taken = state[H_UPGRADES + wanted] === before + 1 && state[G_CHOOSING] === 0;
  claim('the game waits while an upgrade is chosen', stood, stood ? 'the clock stood still' : 'the clock went on');
  claim('the chosen upgrade is gained', moved && taken, `level ${before} -> ${upgradeLevel(state, wanted)}, health ${state[HP] as number}`);
}
