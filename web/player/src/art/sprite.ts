/** From a sprite's spec to its frames. Pure: the same spec and size give the same pixels. */

import { ship, vehicle } from './bodies/craft';
import { blob, fish, insect, serpent, spider } from './bodies/crawlers';
import { bird, dragon, flame, ghost } from './bodies/fliers';
import { food } from './bodies/food';
import { object } from './bodies/objects';
import { biped, robot } from './bodies/people';
import { quadruped } from './bodies/quadruped';
import { coin, gem, key, orb, plant, rock, slash, weapon } from './bodies/things';
import { Figure } from './figure';
import type { Pixmap } from './pixmap';
import { type BodyPlan, FRAME_COUNTS, type Motion, Rig, type SpriteSpec } from './rig';

export const BODY_PLANS: Readonly<Record<string, BodyPlan>> = {
  biped,
  quadruped,
  bird,
  insect,
  spider,
  fish,
  serpent,
  blob,
  ghost,
  dragon,
  robot,
  ship,
  vehicle,
  plant,
  object,
  gem,
  coin,
  key,
  food,
  weapon,
  rock,
  flame,
  orb,
  slash,
};

export interface SpriteSheet {
  /** Frames of every motion the body knows; all of one size. */
  frames: Partial<Record<Motion, Pixmap[]>>;
  width: number;
  height: number;
  /** Point of a frame that sits on the thing's feet (`stands`) or middle. */
  pivot: readonly [number, number];
  stands: boolean;
  /** Structures longer than they show: the end of the thing's box that the pivot sits on. */
  end?: 'top' | 'bottom';
}

export interface SpriteOptions {
  /** Pixels of the hitbox that the body's solid part should fill. */
  width: number;
  height: number;
  mean?: boolean;
  outline?: boolean;
}

export function drawSprite(spec: SpriteSpec, options: SpriteOptions): SpriteSheet {
  const plan = BODY_PLANS[spec.body] ?? object;
  const k = Math.max(0.55, Math.min(6, (Math.max(options.height, options.width * 0.72) + 1.5) / plan.solid));
  const half = Math.ceil(plan.half * k) + 1;
  const above = Math.ceil(plan.height * k) + 1;
  const below = Math.ceil(plan.below * k) + 1;
  const frames: Partial<Record<Motion, Pixmap[]>> = {};
  for (const motion of plan.motions) {
    const list: Pixmap[] = [];
    const count = FRAME_COUNTS[motion];
    for (let i = 0; i < count; i++) {
      const figure = new Figure(half * 2, above + below);
      plan.draw(new Rig(figure, spec, { motion, phase: i / count }, k, half, above, options.mean ?? false));
      list.push(figure.render(options.outline ?? true));
    }
    frames[motion] = list;
  }
  return { frames, width: half * 2, height: above + below, pivot: [half, above], stands: plan.stands };
}
