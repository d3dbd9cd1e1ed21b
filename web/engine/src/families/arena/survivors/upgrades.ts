/** What a level-up offers, and the choosing of it: the game stands still until one is taken. */
import { A, LEFT, RIGHT } from '../../../core/input';
import { randomInt } from '../../../core/rng';
import { HP, HX, HY, INVULNERABLE, PREV_INPUT } from '../../../core/state';
import type { Choice, EventSink, State } from '../../../core/types';
import { emit } from '../combat';
import { G_CHOOSING, G_OFFER, G_PICK, H_LEVEL, H_MAX_HP, H_UPGRADES, H_XP } from '../layout';
import type { ArenaWorld } from '../world';

export interface Upgrade {
  name: string;
  hint: string;
  most: number;
}

export const BOLT = 0;
export const HASTE = 1;
export const MIGHT = 2;
export const BLADES = 3;
export const AURA = 4;
export const NOVA = 5;
export const LANCE = 6;
export const BOOTS = 7;
export const REACH = 8;
export const HEART = 9;

export const UPGRADES: readonly Upgrade[] = [
  { name: 'Volley', hint: 'one more bolt at a time', most: 5 },
  { name: 'Haste', hint: 'weapons fire faster', most: 5 },
  { name: 'Might', hint: 'every blow hits harder', most: 5 },
  { name: 'Blades', hint: 'a blade circles you', most: 5 },
  { name: 'Aura', hint: 'burns what comes close', most: 5 },
  { name: 'Nova', hint: 'bursts in all directions', most: 5 },
  { name: 'Lance', hint: 'pierces the way you face', most: 5 },
  { name: 'Boots', hint: 'you run faster', most: 4 },
  { name: 'Reach', hint: 'gems come from farther', most: 4 },
  { name: 'Heart', hint: 'one more heart, healed', most: 3 },
];

/** Ticks before a key counts, so that nobody takes something by accident. */
const DELIBERATION = 15;
/** Ticks after which the option under the cursor is taken. */
export const CHOICE_TICKS = 600;
/** Mercy after the game goes on. */
const BREATH = 40;

/** Experience for the next level. */
export function experienceFor(level: number): number {
  return 4 + level * 3;
}

export function upgradeLevel(state: State, upgrade: number): number {
  return state[H_UPGRADES + upgrade] as number;
}

/** Open the choice if there is experience for it. */
export function levelUp(world: ArenaWorld, state: State, events: EventSink): void {
  const need = experienceFor(state[H_LEVEL] as number);
  if ((state[H_XP] as number) < need) return;
  state[H_XP] = (state[H_XP] as number) - need;
  state[H_LEVEL] = (state[H_LEVEL] as number) + 1;
  emit(world, state, events, 'level_up', state[HX] as number, state[HY] as number, world.heroType, state[H_LEVEL] as number);
  let open = 0;
  for (let u = 0; u < UPGRADES.length; u++) if (isOpen(state, u)) open++;
  if (open === 0) {
    state[HP] = state[H_MAX_HP] as number;
    return;
  }
  for (let slot = 0; slot < 3; slot++) {
    state[G_OFFER + slot] = -1;
    if (slot >= open) continue;
    // Draw among what is left: the k-th open upgrade that is not offered yet.
    let k = randomInt(state, open - slot);
    for (let u = 0; u < UPGRADES.length; u++) {
      if (!isOpen(state, u) || offered(state, u, slot)) continue;
      if (k-- === 0) {
        state[G_OFFER + slot] = u;
        break;
      }
    }
  }
  state[G_PICK] = 0;
  state[G_CHOOSING] = 1;
}

function isOpen(state: State, upgrade: number): boolean {
  return upgradeLevel(state, upgrade) < (UPGRADES[upgrade] as Upgrade).most;
}

function offered(state: State, upgrade: number, slots: number): boolean {
  for (let i = 0; i < slots; i++) if (state[G_OFFER + i] === upgrade) return true;
  return false;
}

export function offers(state: State): number {
  let n = 0;
  while (n < 3 && (state[G_OFFER + n] as number) >= 0) n++;
  return n;
}

/** One tick of choosing: left and right move the cursor, A takes. */
export function choose(world: ArenaWorld, state: State, input: number, events: EventSink): void {
  const waited = (state[G_CHOOSING] as number) + 1;
  state[G_CHOOSING] = waited;
  const pressed = input & ~(state[PREV_INPUT] as number);
  const n = offers(state);
  if ((pressed & RIGHT) !== 0) state[G_PICK] = ((state[G_PICK] as number) + 1) % n;
  if ((pressed & LEFT) !== 0) state[G_PICK] = ((state[G_PICK] as number) + n - 1) % n;
  if (((pressed & A) !== 0 && waited > DELIBERATION) || waited >= CHOICE_TICKS) {
    apply(world, state, state[G_OFFER + (state[G_PICK] as number)] as number, events);
  }
}

function apply(world: ArenaWorld, state: State, upgrade: number, events: EventSink): void {
  state[H_UPGRADES + upgrade] = upgradeLevel(state, upgrade) + 1;
  if (upgrade === HEART) {
    state[H_MAX_HP] = (state[H_MAX_HP] as number) + 1;
    state[HP] = Math.min(state[H_MAX_HP] as number, (state[HP] as number) + 2);
  }
  state[G_CHOOSING] = 0;
  state[INVULNERABLE] = Math.max(BREATH, state[INVULNERABLE] as number);
  emit(world, state, events, 'powerup', state[HX] as number, state[HY] as number, world.heroType, upgrade);
}

/** What the view shows while the choice is open. */
export function choices(state: State): { options: Choice[]; cursor: number; timeLeft: number } | null {
  if ((state[G_CHOOSING] as number) === 0) return null;
  const options: Choice[] = [];
  for (let i = 0; i < offers(state); i++) {
    const index = state[G_OFFER + i] as number;
    const upgrade = UPGRADES[index] as Upgrade;
    options.push({ name: upgrade.name, hint: upgrade.hint, level: upgradeLevel(state, index) + 1 });
  }
  return { options, cursor: state[G_PICK] as number, timeLeft: Math.ceil((CHOICE_TICKS - (state[G_CHOOSING] as number)) / 60) };
}
