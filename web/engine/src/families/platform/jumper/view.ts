/** What a player sees of a jumper state. */
import { COLLECTED, ENDLESS, HANIM, HFACING, HP, HVX, HX, HY, INVULNERABLE, LIVES, SCORE, TICK_RATE, TIME_LEFT } from '../../../core/state';
import type { Anim, Drawable, State, View } from '../../../core/types';
import { hasBit } from '../../../systems/platform/bits';
import { shuttleX } from '../../../systems/platform/shuttle';
import { ANIM_AGE, BEST, CLOCK, RISING } from './step';
import { firstAbove, type JumperWorld, ledgeAt, ledgeX } from './world';

const ANIMS: readonly Anim[] = ['idle', 'jump', 'fall', 'hurt', 'fly'];
const FOE_IDS = 100_000;
const PRIZE_IDS = 200_000;
const SPRING_IDS = 300_000;
const RISING_ID = 400_000;
/** How far up and down things are listed, px. */
const SIGHT = 170;

function drawable(world: JumperWorld, id: number, type: number, x: number, y: number, w: number, h: number): Drawable {
  const spec = world.types[type];
  const base = { id, type: spec?.type ?? '', role: spec?.properties.role ?? ('prop' as const), x, y, w, h };
  return { ...base, angle: 0, flip: false, anim: 'idle', age: 0, hp: 1, maxHp: 1, flash: false, alpha: 1 };
}

function ledges(world: JumperWorld, state: State, hy: number, out: Drawable[]): void {
  const clock = state[CLOCK] as number;
  const from = Math.max(0, firstAbove(world, (hy + SIGHT) * 256));
  for (let i = from; ; i++) {
    if (i >= world.ledges.length && state[ENDLESS] === 0) break;
    const ledge = ledgeAt(world, i);
    if (ledge.y / 256 < hy - SIGHT) break;
    if (i < world.ledges.length && ledge.crumbles && hasBit(state, world.bits, i)) continue;
    const x = (ledgeX(ledge, clock) + ledge.w / 2) / 256;
    out.push(drawable(world, i, ledge.type, x, ledge.y / 256 + 3, ledge.w / 256, 6));
    if (ledge.spring) out.push(drawable(world, SPRING_IDS + i, world.springType, x, ledge.y / 256 - 3, 12, 6));
  }
}

export function viewJumper(world: JumperWorld, state: State): View {
  const p = world.physics;
  const hx = ((state[HX] as number) + p.w / 2) / 256;
  const hy = ((state[HY] as number) + p.h / 2) / 256;
  const clock = state[CLOCK] as number;
  const things: Drawable[] = [];
  ledges(world, state, hy, things);
  world.prizes.forEach((prize, i) => {
    if (Math.abs(prize.y / 256 - hy) > SIGHT || hasBit(state, world.bits, world.prizeBits + i)) return;
    const d = drawable(world, PRIZE_IDS + i, prize.type, prize.x / 256, prize.y / 256, 8, 8);
    d.age = clock;
    things.push(d);
  });
  world.foes.forEach((foe, i) => {
    if (Math.abs(foe.y / 256 - hy) > SIGHT || hasBit(state, world.bits, world.foeBits + i)) return;
    const x = shuttleX(foe, clock);
    const d = drawable(world, FOE_IDS + i, foe.type, x / 256, foe.y / 256, 12, 12);
    d.anim = 'fly';
    d.flip = shuttleX(foe, clock + 1) < x;
    d.age = clock;
    things.push(d);
  });
  const span = world.span / 256;
  const top = (state[RISING] as number) / 256;
  things.push({ ...drawable(world, RISING_ID, world.risingType, span / 2, top + 60, span, 120), age: clock });
  const type = world.types.findIndex((t) => t.properties.role === 'hero');
  const hero = drawable(world, -1, type, hx, hy, p.w / 256, p.h / 256);
  const safe = state[INVULNERABLE] as number;
  hero.flip = (state[HFACING] as number) < 0;
  hero.anim = ANIMS[state[HANIM] as number] as Anim;
  hero.age = state[ANIM_AGE] as number;
  hero.hp = state[HP] as number;
  hero.maxHp = p.health;
  hero.flash = safe > p.invulnerable - 6;
  hero.alpha = safe > 0 && (safe & 4) !== 0 ? 0.35 : 1;
  hero.angle = (state[HVX] as number) / 4000;
  const time = state[TIME_LEFT] as number;
  const best = (state[BEST] as number) / 256;
  return {
    camera: {
      x: span / 2,
      // It climbs with the best ledge and never goes far below it.
      y: Math.min(hy - 20, best - 10),
      left: 0,
      top: state[ENDLESS] === 1 ? -1e6 : 0,
      right: span,
      bottom: world.height * 8,
    },
    hero,
    things,
    tileChanges: [],
    hud: {
      score: state[SCORE] as number,
      lives: state[LIVES] as number,
      hp: Math.max(0, state[HP] as number),
      maxHp: p.health,
      timeLeft: time < 0 ? null : Math.floor((time + TICK_RATE - 1) / TICK_RATE),
      keys: 0,
      collected: state[COLLECTED] as number,
      collectTotal: world.prizes.length,
      mark: { kind: 'height', value: Math.floor((world.ground - (state[BEST] as number)) / 2048), target: Math.floor(world.mark / 2048) },
      boss: null,
      level: null,
      xp: null,
    },
  };
}
