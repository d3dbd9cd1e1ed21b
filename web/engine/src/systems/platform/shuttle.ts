/** Things that go to and fro on a fixed track: their place is a function of the clock, so they need no state. */

export interface Shuttle {
  /** Top left at one end, subpixels. */
  x: number;
  y: number;
  /** Vector to the other end, subpixels. */
  dx: number;
  dy: number;
  /** Ticks for there and back. */
  period: number;
  /** Ticks it is ahead of its time. */
  phase: number;
}

/** Share of the way out, 0..4096, eased at both ends (3t^2 - 2t^3). */
export function shuttleAt(track: Shuttle, clock: number): number {
  const half = track.period >> 1;
  if (half === 0) return 0;
  const p = (clock + track.phase) % track.period;
  const u = p < half ? p : track.period - p;
  const t = Math.floor((u * 1024) / half);
  return (t * t * (3072 - 2 * t)) >> 18;
}

export function shuttleX(track: Shuttle, clock: number): number {
  return track.dx === 0 ? track.x : track.x + ((track.dx * shuttleAt(track, clock)) >> 12);
}

export function shuttleY(track: Shuttle, clock: number): number {
  return track.dy === 0 ? track.y : track.y + ((track.dy * shuttleAt(track, clock)) >> 12);
}
