/** Themes of the air: islands, movers, springs, shafts, crumbling bridges, saws, and those a mechanic brings. */
import { INTENSITY, leap, stretch, type Theme } from './beats';
import { type Canvas, HIGHEST, SHEET_HEIGHT } from './canvas';

const always = (): boolean => true;

/** Thin floating ledges over a long drop. */
const islands: Theme = {
  name: 'islands',
  from: 0,
  fits: always,
  draw(c, phase) {
    const t = INTENSITY[phase];
    stretch(c, 4, t);
    const n = phase === 'introduce' ? 2 : phase === 'develop' ? 4 : 5;
    let level = c.y;
    const base = c.y;
    for (let i = 0; i < n; i++) {
      const up = c.rng.range(-2, Math.min(2, c.step - 1));
      let rise = up > 0 && !c.canGap(up) ? 0 : up;
      if (level - rise < HIGHEST || level - rise > base + 2) rise = 0;
      const width = c.gapFor(rise, t * 0.9);
      c.y = base;
      const x = c.x;
      c.pit(width);
      c.arch(x, level, width, rise);
      level -= rise;
      const wide = phase === 'introduce' ? 4 : c.rng.range(3, 4);
      c.y = base;
      const at = c.x;
      c.pit(wide);
      c.oneWay(at, level, wide);
      if (i % 2 === 1) c.line(at, level - 1, wide);
      if (i % 3 === 2) c.foe(at + 1, level - 4, 'air', 3, t);
      if (i === 2 && c.step >= 2) {
        // A higher one beside the way, for the curious.
        c.oneWay(at, level - Math.min(3, c.step) * 2 + 1, 3);
        c.oneWay(at + 1, level - Math.min(3, c.step), 2);
        c.line(at, level - Math.min(3, c.step) * 2, 3, true);
      }
    }
    c.y = Math.min(base, level + 1);
    leap(c, 0, t * 0.7, c.rng.range(5, 7));
  },
};

const movers: Theme = {
  name: 'movers',
  from: 1,
  needs: 'moving-platforms',
  fits: always,
  draw(c, phase) {
    const t = INTENSITY[phase];
    stretch(c, 5, t);
    const n = phase === 'introduce' ? 1 : phase === 'develop' ? 2 : 3;
    // Tiles per second.
    const speed = phase === 'introduce' ? 4 : phase === 'mastery' ? 5.5 : 4.8;
    const there = (tiles: number): number => Math.round((20 * tiles) / speed) / 10;
    for (let i = 0; i < n; i++) {
      const wide = phase === 'introduce' ? 4 : 3;
      const lifts = phase !== 'introduce' && c.rng.chance(40) && c.y - HIGHEST > 8;
      const x = c.x;
      const { y } = c;
      if (lifts) {
        const high = c.rng.range(4, 6);
        c.pit(wide + 2);
        c.platform(x + 1, y, wide, 0, -high, there(high));
        c.line(x + 2, y - high - 3, 2);
        c.shift(high);
      } else {
        const span = phase === 'introduce' ? 8 : c.rng.range(10, 13);
        c.pit(span);
        c.platform(x, y, wide, span - wide, 0, there(span - wide), i);
        c.line(x + 3, y - 2, span - 6);
        c.foe(x + (span >> 1), y - 4, 'air', 3, t);
      }
      stretch(c, c.rng.range(4, 6), t);
    }
  },
};

const springs: Theme = {
  name: 'springs',
  from: 1,
  needs: 'springs',
  fits: (c) => c.envelope.springRise > c.envelope.rise + 16,
  draw(c, phase) {
    const t = INTENSITY[phase];
    const can = Math.floor((c.envelope.springRise * 0.8) / 8);
    const n = phase === 'introduce' ? 1 : 2;
    for (let i = 0; i < n; i++) {
      const high = Math.min(phase === 'introduce' ? Math.ceil(can * 0.6) : can - c.rng.range(0, 2), c.y - HIGHEST);
      const g = c.ground(7);
      c.spawns.push({ type: c.names.spring, x: g.x + 4, y: g.y - 1 });
      c.line(g.x + 4, g.y - 5, 1);
      c.line(g.x + 4, g.y - 7, 1);
      if (high <= c.step) {
        leap(c, -3, t, 6);
        continue;
      }
      c.shift(high);
      stretch(c, c.rng.range(5, 7), t);
      if (phase !== 'introduce') {
        c.shift(-Math.floor(high / 2));
        leap(c, -Math.ceil(high / 3), t * 0.7, 5);
      }
    }
  },
};

/** Up a shaft on ledges at alternate sides. */
const shaft: Theme = {
  name: 'shaft',
  from: 1,
  fits: (c) => c.y - HIGHEST > 9,
  draw(c, phase) {
    const t = INTENSITY[phase];
    stretch(c, 4, t);
    const high = Math.min(phase === 'introduce' ? 7 : c.rng.range(10, 16), c.y - HIGHEST);
    const wide = 9;
    const g = c.ground(wide);
    c.foe(g.x + 4, g.y - 1, 'ground', 3, t * 0.6);
    const every = Math.max(1, Math.min(3, c.step));
    let side = 0;
    for (let d = every; d < high; d += every) {
      const at = side === 0 ? g.x + 4 : g.x;
      c.oneWay(at, g.y - d, 4);
      if (d % (2 * every) === 0) c.line(at + 1, g.y - d - 1, 2);
      if (phase !== 'introduce' && d === every * 3) c.foe(g.x + 4, g.y - d - 2, 'air', 3, t);
      side = 1 - side;
    }
    // The last ledge leans on the wall that is climbed.
    c.oneWay(g.x + 5, g.y - high, 4);
    c.shift(high);
    stretch(c, c.rng.range(5, 7), t);
  },
};

const bridge: Theme = {
  name: 'bridge',
  from: 1,
  fits: always,
  draw(c, phase) {
    const t = INTENSITY[phase];
    stretch(c, 4, t);
    const n = phase === 'introduce' ? 3 : phase === 'develop' ? 4 : 5;
    const apart = phase === 'introduce' ? 1 : Math.max(1, Math.min(4, c.gapFor(0, t * 0.6)));
    const { y } = c;
    let level = y;
    for (let i = 0; i < n; i++) {
      if (phase !== 'introduce' && i > 0) level = Math.max(y - 3, Math.min(y, level - c.rng.range(-1, Math.min(1, c.step))));
      c.crumbling(c.x + (i === 0 ? Math.min(1, apart) : 0), level, 3);
      c.line(c.x + 1, level - 2, 2);
      c.pit(3 + (i === 0 ? Math.min(1, apart) : 0));
      if (i + 1 < n) c.pit(apart);
    }
    c.pit(1);
    c.foe(c.x - 6, y - 5, 'air', 3, t);
    stretch(c, c.rng.range(5, 7), t);
  },
};

const blades: Theme = {
  name: 'blades',
  from: 1,
  fits: always,
  draw(c, phase) {
    const t = INTENSITY[phase];
    const n = phase === 'introduce' ? 1 : phase === 'develop' ? 2 : 3;
    for (let i = 0; i < n; i++) {
      const length = c.rng.range(9, 11);
      const g = c.ground(length);
      const period = phase === 'introduce' ? 2.6 : 2.2 - 0.2 * t;
      if (i % 2 === 0) c.saw(g.x + 5, g.y - 1, 0, -Math.max(4, Math.min(6, c.step + 2)), period, i * 0.5, t);
      else c.saw(g.x + 3, g.y - 1, length - 6, 0, period, 0, t);
      c.line(g.x + 4, g.y - 1, 3);
      if (phase === 'twist' || phase === 'mastery') leap(c, c.rng.range(-1, Math.min(1, c.step - 1)), t * 0.7, 4);
    }
    stretch(c, 4, t);
  },
};

/** Pits and ledges that only the second jump (or the dash) reaches. */
function beyond(name: string, mechanic: string): Theme {
  return {
    name,
    from: 0,
    needs: mechanic,
    fits: (c) => c.envelope.gapFull(0) > c.envelope.gap(0) + 1.5,
    draw(c, phase) {
      const t = INTENSITY[phase];
      stretch(c, 6, t);
      const n = phase === 'introduce' ? 1 : 2;
      for (let i = 0; i < n; i++) {
        const rise = Math.floor((c.envelope.riseFull * 0.7) / 8);
        const climbs = phase !== 'introduce' && i === 1 && rise > c.step && c.y - rise > HIGHEST && mechanic !== 'glide';
        if (climbs) {
          c.line(c.x - 2, c.y - c.step - 1, 1);
          c.shift(rise);
          stretch(c, 6, t);
        } else leap(c, mechanic === 'glide' ? -c.rng.range(2, 4) : 0, t, c.rng.range(6, 8), true);
      }
    },
  };
}

/** Two walls to kick off from. */
const chimney: Theme = {
  name: 'chimney',
  from: 0,
  needs: 'wall-jump',
  fits: (c) => c.y - HIGHEST > 9,
  draw(c, phase) {
    const t = INTENSITY[phase];
    stretch(c, 5, t);
    const high = Math.min(phase === 'introduce' ? 7 : c.rng.range(9, 13), c.y - HIGHEST);
    const wide = 4;
    const g = c.ground(wide + 3);
    const door = Math.max(4, Math.min(6, Math.ceil(c.envelope.rise / 8) + 1));
    // The near wall hangs above the way in; ledges help where it is first shown.
    c.fill(g.x, g.y - high - 2, 2, high + 2 - door, '#');
    if (phase === 'introduce') c.oneWay(g.x + 4, g.y - Math.min(c.step + 1, 4), 3);
    for (let d = 3; d < high; d += 3) c.line(g.x + 3, g.y - d, 1);
    c.shift(high);
    c.fill(c.x, c.y, 2, SHEET_HEIGHT - c.y, '#');
    stretch(c, c.rng.range(5, 8), t);
  },
};

export const AIR_THEMES: readonly Theme[] = [
  islands,
  movers,
  springs,
  shaft,
  bridge,
  blades,
  beyond('second-jump', 'double-jump'),
  beyond('rush', 'dash'),
  beyond('canyon', 'glide'),
  chimney,
];

/** A key up high beside the way, and a wall with a door farther on. */
export function keyTower(c: Canvas): void {
  stretch(c, 5, 0.4);
  const g = c.ground(10);
  const every = Math.max(1, Math.min(3, c.step));
  let up = 0;
  for (let i = 0; i < 3; i++) {
    up += every;
    c.oneWay(g.x + (i % 2 === 0 ? 2 : 5), g.y - up, 3);
  }
  const x = g.x + 3;
  c.spawns.push({ type: c.names.key, x, y: g.y - up - 1 });
  c.foe(g.x + 5, g.y - 1, 'ground', 3, 0.5);
}

export function doorWall(c: Canvas): void {
  const g = c.ground(7);
  const room = 3;
  c.fill(g.x + 3, 4, 1, g.y - room - 4, '#');
  for (let j = 1; j <= room; j++) c.put(g.x + 3, g.y - j, 'D');
  c.spawns.push({ type: c.names.door, x: g.x + 3, y: g.y - 1 });
}
