/** The families this engine is built with. */
import { registerFamily } from './core/registry';
import { arena } from './families/arena';

export function registerFamilies(): void {
  registerFamily(arena);
}
