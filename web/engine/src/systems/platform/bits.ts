/** Flags of things that never move (a taken coin, an opened door), packed into the tail of the state. */
import type { State } from '../../core/types';

export function hasBit(state: State, base: number, index: number): boolean {
  return (((state[base + (index >> 5)] as number) >>> (index & 31)) & 1) === 1;
}

export function setBit(state: State, base: number, index: number): void {
  state[base + (index >> 5)] = (state[base + (index >> 5)] as number) | (1 << (index & 31));
}
