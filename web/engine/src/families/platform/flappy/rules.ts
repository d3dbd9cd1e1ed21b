/** Rules of the flappy kind, and their integer form. */
import type { Design } from '../../../core/types';
import { acceleration, commonRules, type Rules, velocity, withGiven } from '../rules';

const HEALTH = { easy: 3, normal: 2, hard: 1 } as const;
const GAP = { easy: 74, normal: 62, hard: 52 } as const;
const SCROLL = { easy: 64, normal: 74, hard: 86 } as const;

export function flappyRules(design: Design, given: Rules): Rules {
  const { difficulty } = design;
  const speed = Math.min(2, Math.max(0.5, design.hero_speed));
  const gravity = Math.min(2, Math.max(0.4, design.gravity));
  const jump = Math.min(2, Math.max(0.5, design.jump_height));
  const common = commonRules(design);
  return withGiven(
    {
      ...common,
      // A bird is frail: hearts are capped by the difficulty, and there is one life.
      health: Math.min(Number(common.health), HEALTH[difficulty]),
      lives: 1,
      scroll_speed: Math.round(SCROLL[difficulty] * (0.5 + speed / 2)),
      gravity: Math.round(620 * gravity),
      flap_speed: Math.round(168 * Math.sqrt(jump * gravity)),
      max_fall: 240,
      gate_gap: GAP[difficulty],
      gate_width: 24,
      gate_spacing: 116,
      hero_width: 10,
      hero_height: 8,
      hurt_inset: 1,
      hitstop_frames: 5,
    },
    given,
  );
}

export interface FlappyPhysics {
  scroll: number;
  gravity: number;
  flap: number;
  maxFall: number;
  w: number;
  h: number;
  inset: number;
  gateW: number;
  gap: number;
  spacing: number;
  health: number;
  invulnerable: number;
  hitstop: number;
  timeLimit: number;
}

export function flappyPhysics(rules: Rules): FlappyPhysics {
  const n = (key: string): number => Number(rules[key] ?? 0);
  const px = (key: string): number => Math.round(n(key) * 256);
  return {
    scroll: Math.max(1, velocity(n('scroll_speed'))),
    gravity: Math.max(1, acceleration(n('gravity'))),
    flap: velocity(n('flap_speed')),
    maxFall: velocity(n('max_fall')),
    w: px('hero_width'),
    h: px('hero_height'),
    inset: px('hurt_inset'),
    gateW: px('gate_width'),
    gap: px('gate_gap'),
    spacing: px('gate_spacing'),
    health: n('health'),
    invulnerable: n('invulnerable_frames'),
    hitstop: n('hitstop_frames'),
    timeLimit: n('time_limit') * 60,
  };
}
