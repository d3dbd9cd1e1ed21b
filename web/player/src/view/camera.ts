/** A camera that waits in a dead zone, looks ahead of the hero, and stays inside the level. */

export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const DEAD_X = 10;
const DEAD_Y = 22;
const LOOK_AHEAD = 34;

export class FollowCamera {
  /** Top left corner of what is seen, px. */
  x = 0;
  y = 0;
  private focusX = 0;
  private focusY = 0;
  private ahead = 0;

  constructor(
    public width: number,
    public height: number,
  ) {}

  private clamp(bounds: Bounds): void {
    const fit = (at: number, size: number, low: number, high: number): number =>
      high - low <= size ? low + (high - low - size) / 2 : Math.max(low, Math.min(high - size, at));
    this.x = fit(this.focusX - this.width / 2, this.width, bounds.left, bounds.right);
    // A level lower than the view stands on its bottom edge: sky above reads better than earth below.
    this.y =
      bounds.bottom - bounds.top <= this.height
        ? bounds.bottom - this.height
        : fit(this.focusY - this.height / 2, this.height, bounds.top, bounds.bottom);
  }

  /** Go there at once. */
  jump(x: number, y: number, bounds: Bounds): void {
    this.focusX = x;
    this.focusY = y;
    this.ahead = 0;
    this.clamp(bounds);
  }

  /** @param heading -1, 0 or 1: which way the hero runs. */
  follow(x: number, y: number, heading: number, bounds: Bounds, seconds: number): void {
    this.ahead += (heading * LOOK_AHEAD - this.ahead) * Math.min(1, seconds * (heading === 0 ? 0.6 : 1.8));
    const tx = x + this.ahead;
    const ty = y;
    const ease = (at: number, to: number, dead: number, rate: number): number => {
      const gap = to - at;
      const beyond = Math.abs(gap) <= dead ? 0 : gap - Math.sign(gap) * dead;
      return at + beyond * Math.min(1, seconds * rate);
    };
    this.focusX = ease(this.focusX, tx, DEAD_X, 9);
    this.focusY = ease(this.focusY, ty, DEAD_Y, 7);
    this.clamp(bounds);
  }
}

/** Screen shake from trauma: strength is its square, and it decays. Offsets are in px. */
export class Shake {
  private trauma = 0;
  private time = 0;

  add(amount: number): void {
    this.trauma = Math.min(1, this.trauma + amount);
  }

  offset(seconds: number, still: boolean): readonly [number, number] {
    this.trauma = Math.max(0, this.trauma - seconds * 1.4);
    this.time += seconds * 38;
    if (still || this.trauma === 0) return [0, 0];
    const strength = this.trauma * this.trauma * 7;
    return [Math.sin(this.time * 1.7 + 1.3) * strength, Math.sin(this.time * 2.3 + 4.1) * strength * 0.8];
  }
}
