/** From an event of the simulation to what is seen and heard of it. */
import { toHex } from '../art/color';
import type { Theme } from '../art/theme';
import type { Sound } from '../audio/sound';
import type { GameEvent } from '../engine';
import type { Actors } from './actors';
import type { Shake } from './camera';
import type { Effects } from './effects';

const GOLD = 0xffd75e;
const WHITE = 0xffffff;
const RED = 0xff5a6a;
const CYAN = 0x7fe8ff;
const GREEN = 0x8ef08a;

export interface Reacting {
  effects: Effects;
  actors: Actors;
  shake: Shake;
  sound: Sound;
  theme: Theme;
  /** Half height of the hero, px. */
  foot: number;
  /** A colour over the whole view that fades. */
  wash: (color: number, alpha: number) => void;
  /** The look of a thing that was just there, for its last moment. */
  leave: (x: number, y: number) => void;
}

function number(hex: string): number {
  return Number.parseInt(hex.slice(1), 16);
}

export function react(e: GameEvent, r: Reacting): void {
  const { effects, actors, shake, sound } = r;
  const dust = number(toHex(r.theme.cap[3]));
  const { x, y } = e;
  switch (e.type) {
    case 'jump':
      effects.dust(x, y + r.foot, 5, dust);
      actors.squash(-1, 1.28);
      break;
    case 'double_jump':
    case 'wall_jump':
    case 'flap':
      effects.burst(x, y + r.foot, [WHITE, dust], 6, 40, { life: 0.35 });
      actors.squash(-1, 1.25);
      break;
    case 'land':
      effects.dust(x, y + r.foot, 7, dust, 44);
      actors.squash(-1, 0.72);
      break;
    case 'dash':
      effects.burst(x, y, [WHITE, CYAN], 10, 70, { life: 0.3 });
      shake.add(0.2);
      break;
    case 'stomp':
      effects.burst(x, y, [GOLD, WHITE], 9, 90, { gravity: 160 });
      effects.ring(x, y, 14, WHITE);
      actors.squash(-1, 1.3);
      shake.add(0.3);
      break;
    case 'hit':
    case 'block':
      effects.burst(x, y, [WHITE, GOLD], 5, 80, { life: 0.25 });
      shake.add(0.12);
      break;
    case 'kill':
      r.leave(x, y);
      effects.burst(x, y, [WHITE, 0xd9d4e8, GOLD], 12, 95, { life: 0.45, size: 3 });
      effects.ring(x, y, 16, WHITE);
      shake.add(0.22);
      // A horde's numbers would bury the horde.
      if ((e.value ?? 0) >= 10) effects.say(`+${e.value}`, x, y - 8, [255, 240, 180], 0.6);
      break;
    case 'hurt':
      effects.burst(x, y, [RED, 0xffa0a0], 12, 110, { gravity: 180 });
      shake.add(0.55);
      r.wash(RED, 0.32);
      actors.squash(-1, 0.75);
      break;
    case 'die':
      effects.burst(x, y, [RED, WHITE, 0xffa060], 22, 140, { gravity: 160, life: 0.8, size: 3 });
      shake.add(0.8);
      break;
    case 'respawn':
      effects.ring(x, y, 24, CYAN, 0.5);
      break;
    case 'collect':
      effects.burst(x, y, [GOLD, 0xfff3b0], 7, 55, { life: 0.4, gravity: -30 });
      if ((e.value ?? 0) > 0) effects.say(`+${e.value}`, x, y - 6, [255, 226, 120], 0.6);
      break;
    case 'key':
    case 'powerup':
    case 'level_up':
      effects.burst(x, y, [GOLD, CYAN, WHITE], 16, 90, { life: 0.6 });
      effects.ring(x, y, 26, GOLD, 0.45);
      if (e.type === 'level_up') effects.say('LEVEL UP', x, y - 16, [150, 240, 255], 1.2);
      break;
    case 'door':
    case 'chest':
      effects.burst(x, y, [GOLD, 0xc98a4b], 14, 80, { gravity: 120, up: true });
      shake.add(0.15);
      break;
    case 'locked':
      effects.say('LOCKED', x, y - 14, [255, 190, 170], 0.7);
      break;
    case 'checkpoint':
      effects.burst(x, y, [CYAN, GREEN, GOLD], 18, 90, { gravity: 120, up: true, life: 0.8 });
      effects.say('CHECKPOINT', x, y - 18, [190, 255, 200], 1);
      break;
    case 'shoot':
      effects.burst(x, y, [WHITE, GOLD], 3, 40, { life: 0.14 });
      break;
    case 'explode':
      effects.burst(x, y, [0xffb13d, 0xff7a3c, WHITE, 0x6a5a70], 24, 130, { life: 0.6, size: 4 });
      effects.ring(x, y, 26, 0xffd08a);
      shake.add(0.4);
      break;
    case 'spring':
    case 'bounce':
      effects.dust(x, y, 6, WHITE, 50);
      actors.squash(-1, 1.4);
      break;
    case 'gate':
      effects.burst(x, y, [GOLD, WHITE], 6, 50, { life: 0.4 });
      effects.say('+1', x, y - 10, [255, 240, 180], 0.6);
      break;
    case 'boss':
    case 'boss_phase':
      shake.add(0.8);
      effects.ring(x, y, 60, RED, 0.6);
      r.wash(0x000000, 0.3);
      break;
    case 'win':
      for (let i = 0; i < 3; i++)
        effects.burst(x, y - 8, [GOLD, CYAN, RED, GREEN], 16, 120 + i * 30, { gravity: 110, life: 1.2, up: true });
      break;
    default:
  }
  sound.play(e.type);
}
