/** The families this engine is built with. */
import { registerFamily } from './core/registry';

export function registerFamilies(): void {
  // One line a family: registerFamily(platform)
  void registerFamily;
}
