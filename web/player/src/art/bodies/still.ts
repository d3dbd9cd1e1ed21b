/** The common frame of things without limbs: they float at their middle and bob. */
import type { BodyPlan, Rig } from '../rig';

export const GLINT: [number, number, number] = [255, 255, 250];

export function still(draw: (r: Rig) => void, over: Partial<BodyPlan> = {}): BodyPlan {
  return { half: 7, height: 8, below: 7, solid: 12, stands: false, motions: ['idle', 'open', 'hurt', 'fly'], draw, ...over };
}
