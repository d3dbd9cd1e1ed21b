/** A tapped choice is reached with the keys the simulation knows: to the cursor's place, then A. */
import { A, LEFT, RIGHT } from '../engine';

export class Picker {
  private picked: { index: number; held: boolean } | null = null;

  pick(index: number): void {
    this.picked = { index, held: false };
  }

  /** The inputs of a tick: the player's own `bits`, or a step toward what was tapped. `choices`: what is offered, if anything is. */
  steer(bits: number, choices: { cursor: number } | null | undefined): number {
    if (this.picked === null || !choices) {
      this.picked = null;
      return bits;
    }
    // Every press must be released before the next one counts.
    this.picked.held = !this.picked.held;
    if (!this.picked.held) return 0;
    if (choices.cursor < this.picked.index) return RIGHT;
    if (choices.cursor > this.picked.index) return LEFT;
    return A;
  }
}
