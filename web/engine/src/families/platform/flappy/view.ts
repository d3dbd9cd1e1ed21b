/** What a player sees of a flappy state. A gate is two drawables, above and below its opening, as tall as they reach. */
import { COLLECTED, ENDLESS, HANIM, HP, HVY, HX, HY, INVULNERABLE, LIVES, SCORE, TICK_RATE, TIME_LEFT } from '../../../core/state';
import type { Anim, Drawable, State, View } from '../../../core/types';
import { hasBit } from '../../../systems/platform/bits';
import { ANIM_AGE, CLOCK, GATES } from './step';
import { type FlappyWorld, gateAt, openingAt } from './world';

const ANIMS: readonly Anim[] = ['fly', 'jump', 'hurt'];
const COIN_IDS = 10_000;
const FOE_IDS = 20_000;
/** How far to either side things are listed, px. */
const SIGHT = 260;

function drawable(world: FlappyWorld, id: number, type: number, x: number, y: number, w: number, h: number): Drawable {
  const spec = world.types[type];
  const base = { id, type: spec?.type ?? '', role: spec?.properties.role ?? ('prop' as const), x, y, w, h };
  return { ...base, angle: 0, flip: false, anim: 'idle', age: 0, hp: 1, maxHp: 1, flash: false, alpha: 1 };
}

export function viewFlappy(world: FlappyWorld, state: State): View {
  const p = world.physics;
  const hx = ((state[HX] as number) + p.w / 2) / 256;
  const hy = ((state[HY] as number) + p.h / 2) / 256;
  const clock = state[CLOCK] as number;
  const things: Drawable[] = [];
  const floor = world.floor / 256;
  for (let i = Math.max(0, (state[GATES] as number) - 2); i < (state[GATES] as number) + 4; i++) {
    if (i >= world.mark && state[ENDLESS] === 0 && i >= world.gates.length) break;
    const gate = gateAt(world, i);
    const middle = openingAt(gate, clock) / 256;
    const top = middle - gate.gap / 512;
    const bottom = middle + gate.gap / 512;
    const x = (gate.x + p.gateW / 2) / 256;
    if (Math.abs(x - hx) > SIGHT) continue;
    const above = drawable(world, i * 2, world.gateType, x, top / 2, p.gateW / 256, Math.max(0, top));
    above.flip = true;
    things.push(above, drawable(world, i * 2 + 1, world.gateType, x, (bottom + floor) / 2, p.gateW / 256, Math.max(0, floor - bottom)));
  }
  world.coins.forEach((coin, i) => {
    if (Math.abs(coin.x / 256 - hx) > SIGHT || hasBit(state, world.bits, i)) return;
    const d = drawable(world, COIN_IDS + i, coin.type, coin.x / 256, coin.y / 256, 8, 8);
    d.age = clock;
    things.push(d);
  });
  world.flyers.forEach((foe, i) => {
    if (Math.abs(foe.x / 256 - hx) > SIGHT) return;
    const d = drawable(world, FOE_IDS + i, foe.type, foe.x / 256, openingAt(foe, clock) / 256, 12, 10);
    d.anim = 'fly';
    d.flip = true;
    d.age = clock;
    things.push(d);
  });
  const type = world.types.findIndex((t) => t.properties.role === 'hero');
  const hero = drawable(world, -1, type, hx, hy, p.w / 256, p.h / 256);
  const safe = state[INVULNERABLE] as number;
  hero.anim = ANIMS[state[HANIM] as number] as Anim;
  hero.age = state[ANIM_AGE] as number;
  // Nose up on the beat, down in the dive: up to a quarter turn.
  hero.angle = Math.max(-0.5, Math.min(1.2, (state[HVY] as number) / 900));
  hero.hp = state[HP] as number;
  hero.maxHp = p.health;
  hero.flash = safe > p.invulnerable - 6;
  hero.alpha = safe > 0 && (safe & 4) !== 0 ? 0.35 : 1;
  const time = state[TIME_LEFT] as number;
  return {
    camera: { x: hx + 90, y: floor / 2, left: 0, top: 0, right: state[ENDLESS] === 1 ? 1e6 : world.width * 8, bottom: world.height * 8 },
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
      collectTotal: world.coins.length,
      mark: { kind: 'gates', value: state[GATES] as number, target: world.mark },
      boss: null,
      level: null,
      xp: null,
    },
  };
}
