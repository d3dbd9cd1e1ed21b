/** Fixed simulation steps from uneven frame times: accumulate, step, and say how far into the next step the frame is. */

const STEP_MS = 1000 / 60;
/** A frame longer than this (a hidden tab, a hiccup) is cut: the game slows down rather than jumping ahead. */
const LONGEST_FRAME_MS = 100;

export class Stepper {
  private rest = 0;

  /** @returns steps to simulate now, and the interpolation factor in 0..1 between the last two states. */
  advance(deltaMs: number, speed = 1): { steps: number; blend: number } {
    this.rest += Math.min(Math.max(deltaMs, 0), LONGEST_FRAME_MS) * speed;
    // Displays run at 59.9-60.1 Hz: without a little slack a frame would now and then hold 0 or 2 steps.
    const steps = Math.floor((this.rest + 0.3) / STEP_MS);
    this.rest = Math.max(0, this.rest - steps * STEP_MS);
    return { steps, blend: Math.min(1, this.rest / STEP_MS) };
  }

  reset(): void {
    this.rest = 0;
  }
}
