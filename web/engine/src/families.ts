/** The families this engine is built with. */
import { registerFamily } from './core/registry';
import { arena } from './families/arena';
import { platform } from './families/platform';
import { flappy } from './families/platform/flappy';
import { jumper } from './families/platform/jumper';
import { topdown } from './families/topdown';

export function registerFamilies(): void {
  registerFamily(arena);
  registerFamily(platform);
  registerFamily(jumper);
  registerFamily(flappy);
  registerFamily(topdown);
}
