/** Integer mathematics: every operation exact and the same on every JavaScript engine. */

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** Move `value` towards `target` by at most `amount` (>= 0). */
export function approach(value: number, target: number, amount: number): number {
  return value < target ? Math.min(value + amount, target) : Math.max(value - amount, target);
}

export function sign(value: number): number {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

/** Floor of the square root of 0 <= n < 2^53, by Newton's iteration on integers. */
export function isqrt(n: number): number {
  if (n < 2) return n < 0 ? 0 : n;
  let x = n;
  let y = Math.floor((x + 1) / 2);
  while (y < x) {
    x = y;
    y = Math.floor((x + Math.floor(n / x)) / 2);
  }
  return x;
}

/** Quarter wave of sin, 65 entries, scaled by 16384: round(16384 * sin(i * PI / 128)). Written out because Math.sin differs between engines. */
const QUARTER = [
  0, 402, 804, 1205, 1606, 2006, 2404, 2801, 3196, 3590, 3981, 4370, 4756, 5139, 5520, 5897, 6270, 6639, 7005, 7366, 7723, 8076, 8423, 8765,
  9102, 9434, 9760, 10080, 10394, 10702, 11003, 11297, 11585, 11866, 12140, 12406, 12665, 12916, 13160, 13395, 13623, 13842, 14053, 14256,
  14449, 14635, 14811, 14978, 15137, 15286, 15426, 15557, 15679, 15791, 15893, 15986, 16069, 16143, 16207, 16261, 16305, 16340, 16364,
  16379, 16384,
];

/** A full turn is 256. Result scaled by 16384. */
export function sin256(angle: number): number {
  const a = angle & 255;
  const i = a & 127;
  const v = QUARTER[i <= 64 ? i : 128 - i] as number;
  return a < 128 ? v : -v;
}

export function cos256(angle: number): number {
  return sin256(angle + 64);
}

/** Direction of (dx, dy) in 256ths of a turn clockwise from right (y grows downwards). Octant search over the sine table. */
export function atan256(dy: number, dx: number): number {
  if (dx === 0 && dy === 0) return 0;
  let x = Math.abs(dx);
  let y = Math.abs(dy);
  const steep = y > x;
  if (steep) {
    const t = x;
    x = y;
    y = t;
  }
  // Largest i in 0..32 with tan(i) <= y/x, i.e. sin(i) * x <= cos(i) * y.
  let low = 0;
  let high = 32;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((QUARTER[mid] as number) * x <= (QUARTER[64 - mid] as number) * y) low = mid;
    else high = mid - 1;
  }
  let angle = steep ? 64 - low : low;
  if (dx < 0) angle = 128 - angle;
  if (dy < 0) angle = -angle;
  return angle & 255;
}

/** Floor division for negative numerators too. */
export function floorDiv(a: number, b: number): number {
  return Math.floor(a / b);
}
