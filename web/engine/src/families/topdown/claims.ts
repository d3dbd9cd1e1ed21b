/** What the config claims, tried out on its own level: small state injections, each bounded to a few hundred ticks. */
import type { ClaimCheck } from '../../core/types';
import type { TopWorld } from './world';

export function claims(_world: TopWorld): ClaimCheck[] {
  return [];
}
