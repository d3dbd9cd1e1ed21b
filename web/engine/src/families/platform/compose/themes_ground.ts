/** Themes of the ground: gaps, stairs, spikes, tunnels, posts, halls. */

import { INTENSITY, leap, type Phase, stretch, type Theme } from './beats';
import { type Canvas, SHEET_HEIGHT } from './canvas';

const always = (): boolean => true;

/** Pits; first one with a floor to climb out of, then wider, then in a chain with changes of height. */
const gaps: Theme = {
  name: 'gaps',
  from: 0,
  fits: always,
  draw(c, phase) {
    const t = INTENSITY[phase];
    if (phase === 'introduce') {
      stretch(c, c.rng.range(4, 6), t);
      // A hollow as wide as the first pit: falling in costs nothing.
      const width = c.gapFor(0, t);
      const deep = Math.min(c.step, 2);
      const { y } = c;
      c.y = y + deep;
      const hollow = c.ground(width);
      c.line(hollow.x, y - 2, Math.min(4, width));
      c.y = y;
      stretch(c, c.rng.range(5, 7), t);
      leap(c, 0, t, c.rng.range(6, 8));
      return;
    }
    const n = phase === 'develop' ? 2 : 3;
    for (let i = 0; i < n; i++) {
      const up = phase === 'develop' ? c.rng.range(-1, 1) : c.rng.range(-2, Math.min(2, c.step - 1));
      leap(c, up, t, phase === 'mastery' ? c.rng.range(3, 4) : c.rng.range(4, 7));
    }
  },
};

const stairs: Theme = {
  name: 'stairs',
  from: 0,
  fits: always,
  draw(c, phase) {
    const t = INTENSITY[phase];
    const rises = c.y > 40 || (c.y > 32 && c.rng.chance(50));
    const n = phase === 'introduce' ? 2 : c.rng.range(3, 4);
    const high = Math.max(1, Math.min(c.step, phase === 'introduce' ? 1 : c.rng.range(1, 3)));
    stretch(c, 4, t);
    for (let i = 0; i < n; i++) {
      c.shift(rises ? high : -high);
      const g = c.ground(c.rng.range(3, 5));
      if (i % 2 === 1) c.line(g.x + 1, g.y - 1, 2);
      // From the second example on, the steps stand apart.
      if (phase !== 'introduce' && i + 1 < n && c.canGap(rises ? high : 0)) c.pit(Math.max(2, c.gapFor(rises ? high : 0, t * 0.6)));
    }
    c.foe(c.x - 2, c.y - 1, 'post', 1, t);
    stretch(c, c.rng.range(5, 8), t);
  },
};

const thorns: Theme = {
  name: 'thorns',
  from: 0,
  fits: always,
  draw(c, phase) {
    const t = INTENSITY[phase];
    const n = phase === 'introduce' ? 1 : phase === 'develop' ? 2 : 3;
    for (let i = 0; i < n; i++) {
      const run = c.rng.range(4, 5);
      const wide = Math.max(1, Math.min(5, c.gapFor(0, t) - 1));
      const g = c.ground(run + wide + run);
      c.spikes(g.x + run, g.y - 1, wide, t);
      c.arch(g.x + run, g.y, wide, 0);
      if (phase !== 'introduce' && i + 1 < n) c.shift(c.rng.range(-1, Math.min(1, c.step)));
      // The twist puts a pit right behind the thorns.
      if (phase === 'twist' || phase === 'mastery') leap(c, 0, t * 0.7, 5);
    }
  },
};

const tunnel: Theme = {
  name: 'tunnel',
  from: 0,
  fits: always,
  draw(c, phase) {
    const t = INTENSITY[phase];
    const room = Math.max(4, Math.min(7, Math.ceil(c.envelope.rise / 8) + 1));
    const length = phase === 'introduce' ? 10 : c.rng.range(13, 18);
    const x0 = c.x;
    stretch(c, 3, t);
    let left = length;
    while (left > 0) {
      const part = Math.min(left, c.rng.range(5, 7));
      const g = c.ground(part);
      const roof = g.y - room - 1;
      c.fill(g.x, roof - 3 - ((g.x >> 1) % 2), part, 3 + ((g.x >> 1) % 2), '#');
      c.foe(g.x + (part >> 1), g.y - 1, 'ground', (part >> 1) - 1, t);
      if (phase !== 'introduce' && c.rng.chance(60)) c.spikes(g.x + 2, roof, Math.min(2, part - 2), t, true);
      left -= part;
      if (left > 0 && phase !== 'introduce') {
        if (c.rng.chance(50)) c.shift(c.rng.pick([-2, -1, 1]));
        else {
          const wide = Math.max(2, c.gapFor(0, t * 0.5));
          c.fill(c.x, c.y - room - 4, wide, 3, '#');
          c.pit(wide);
          left -= wide;
        }
      }
    }
    // On the roof lies what the curious find.
    if (c.rng.chance(60)) c.line(x0 + 6, c.y - room - 7, 4, true);
    stretch(c, 4, t);
  },
};

/** Narrow tops rising out of a lake or the void. */
const pillars: Theme = {
  name: 'pillars',
  from: 0,
  fits: always,
  draw(c, phase) {
    const t = INTENSITY[phase];
    const n = phase === 'introduce' ? 2 : phase === 'develop' ? 3 : 4;
    stretch(c, 4, t);
    for (let i = 0; i < n; i++) {
      const up = c.rng.range(-2, Math.min(2, c.step - 1));
      const rise = up > 0 && !c.canGap(up) ? 0 : up;
      const from = c.y;
      const width = c.gapFor(rise, t * 0.85);
      const x = c.x;
      c.shift(rise);
      const floor = c.y;
      c.y = Math.max(from, floor);
      c.pit(width);
      c.y = floor;
      c.arch(x, from, width, rise);
      const top = phase === 'introduce' ? 4 : c.rng.range(2, 3);
      c.fill(c.x, c.y, top, SHEET_HEIGHT - c.y, '#');
      c.x += top;
      if (i === n - 1) c.foe(c.x - 1, c.y - 1, 'post', 1, t);
    }
    leap(c, 0, t * 0.8, c.rng.range(5, 7));
  },
};

/** A hall of two storeys: foes below, a way of ledges above with the better coins. */
const storeys: Theme = {
  name: 'storeys',
  from: 0,
  fits: (c) => c.step >= 2,
  draw(c, phase) {
    const t = INTENSITY[phase];
    stretch(c, 4, t);
    const n = phase === 'introduce' ? 2 : c.rng.range(3, 4);
    const up = Math.min(3, c.step);
    for (let i = 0; i < n; i++) {
      const part = c.rng.range(5, 6);
      const g = c.ground(part);
      c.foe(g.x + (part >> 1), g.y - 1, 'ground', part >> 1, t);
      const lift = up + (i % 2 === 1 ? Math.min(2, c.step) : 0);
      c.oneWay(g.x + 1, g.y - lift, part - 2);
      c.line(g.x + 1, g.y - lift - 1, part - 2, i % 2 === 1);
      if (i === n - 1 && phase !== 'introduce') c.powerups.push([g.x + 2, g.y - lift - 1]);
      if ((phase === 'twist' || phase === 'mastery') && i + 1 < n) {
        // The lower storey has holes: the upper one becomes the safe way.
        const wide = c.gapFor(0, t * 0.7);
        c.pit(wide);
      }
    }
    stretch(c, c.rng.range(4, 6), t);
  },
};

/** Down a well and out at its foot. */
const well: Theme = {
  name: 'well',
  from: 0,
  fits: (c) => c.y < 44,
  draw(c, phase) {
    const t = INTENSITY[phase];
    stretch(c, 5, t);
    const deep = Math.min(phase === 'introduce' ? 6 : c.rng.range(8, 12), 50 - c.y);
    if (deep < 4) return;
    const wide = c.rng.range(6, 8);
    const top = c.y;
    const x = c.x;
    c.shift(-deep);
    c.ground(wide);
    // Ledges on alternate sides break the fall; spikes beside the landing keep one awake.
    for (let i = 1, d = 3; d < deep - 2; i++, d += 4) c.oneWay(i % 2 === 0 ? x : x + wide - 3, top + d, 3);
    c.line(x + 2, top + 2, 3);
    if (phase !== 'introduce') c.spikes(x, c.y - 1, 2, t);
    // The far wall hangs down to a doorway.
    const door = Math.max(4, Math.min(6, Math.ceil(c.envelope.rise / 8) + 1));
    const g = c.ground(4);
    c.fill(g.x, top - 3, 4, deep + 3 - door, '#');
    stretch(c, c.rng.range(5, 7), t);
  },
};

export const GROUND_THEMES: readonly Theme[] = [gaps, stairs, thorns, tunnel, pillars, storeys, well];

export function restPlace(c: Canvas, length: number, checkpoint: boolean): void {
  const g = c.ground(length);
  if (checkpoint) c.spawns.push({ type: c.names.checkpoint, x: g.x + (length >> 1), y: g.y - 1 });
}

export type { Phase };
