/** Specks in the air of a place: leaves, snow, embers, fireflies, bubbles. */
import type { Theme } from '../art/theme';
import type { Effects } from './effects';

interface Speck {
  /** Specks per second over a whole view. */
  rate: number;
  vx: number;
  vy: number;
  color: number;
  size: number;
  life: number;
  /** Enters at: top edge, bottom edge, or anywhere. */
  from: 'top' | 'bottom' | 'any';
}

const SPECKS: Readonly<Record<string, Speck>> = {
  snow: { rate: 16, vx: -14, vy: 26, color: 0xffffff, size: 1.4, life: 8, from: 'top' },
  forest: { rate: 1.6, vx: -16, vy: 12, color: 0x9fd06a, size: 2, life: 9, from: 'top' },
  jungle: { rate: 1.6, vx: -10, vy: 12, color: 0x7fc86a, size: 2, life: 9, from: 'top' },
  garden: { rate: 2, vx: -14, vy: 10, color: 0xffb7d0, size: 2, life: 9, from: 'top' },
  desert: { rate: 5, vx: -60, vy: 3, color: 0xf2dcae, size: 1, life: 6, from: 'any' },
  wasteland: { rate: 5, vx: -55, vy: 3, color: 0xe2c090, size: 1, life: 6, from: 'any' },
  volcano: { rate: 9, vx: 6, vy: -24, color: 0xff9a4a, size: 1.4, life: 5, from: 'bottom' },
  underwater: { rate: 5, vx: 0, vy: -22, color: 0xbfeaff, size: 1.6, life: 7, from: 'bottom' },
  haunted: { rate: 2.4, vx: 4, vy: -5, color: 0xc8f27a, size: 1.2, life: 5, from: 'any' },
  swamp: { rate: 2.4, vx: 3, vy: -5, color: 0xd8f27a, size: 1.2, life: 5, from: 'any' },
  cave: { rate: 2, vx: 1, vy: -4, color: 0x8ff0e0, size: 1, life: 5, from: 'any' },
  dungeon: { rate: 2, vx: 2, vy: -7, color: 0xffb86a, size: 1, life: 4, from: 'any' },
  cyber: { rate: 7, vx: -20, vy: 120, color: 0x6f8fff, size: 1, life: 2, from: 'top' },
  body: { rate: 3, vx: 14, vy: 2, color: 0xff9aa8, size: 2, life: 7, from: 'any' },
  food: { rate: 2, vx: -6, vy: 12, color: 0xffffff, size: 1.4, life: 8, from: 'top' },
};
/** What a sentence says of the weather wins over what the place is wont to have. */
const WEATHERS: Readonly<Record<string, Speck>> = {
  rain: { rate: 70, vx: -40, vy: 260, color: 0xa9c8e8, size: 1, life: 1.4, from: 'top' },
  storm: { rate: 110, vx: -130, vy: 320, color: 0xa9c8e8, size: 1, life: 1.2, from: 'top' },
  snow: { rate: 16, vx: -14, vy: 26, color: 0xffffff, size: 1.4, life: 8, from: 'top' },
  fog: { rate: 5, vx: -9, vy: 0, color: 0xdfe6ec, size: 3, life: 8, from: 'any' },
  dust: { rate: 9, vx: -60, vy: 3, color: 0xe2c090, size: 1, life: 6, from: 'any' },
};
const NIGHT: Speck = { rate: 1.4, vx: 3, vy: -3, color: 0xf2f0a0, size: 1.2, life: 5, from: 'any' };

export class Weather {
  private due = 0;
  private readonly speck: Speck | null;

  constructor(theme: Theme, sheltered: boolean) {
    const own = WEATHERS[theme.weather ?? ''] ?? SPECKS[theme.biome];
    this.speck = own ?? (theme.night && theme.biome !== 'space' && !sheltered ? NIGHT : null);
  }

  update(effects: Effects, x: number, y: number, width: number, height: number, seconds: number, calm: boolean): void {
    const s = this.speck;
    if (s === null || calm) return;
    this.due += s.rate * seconds;
    while (this.due >= 1) {
      this.due--;
      const px = x + Math.random() * (width + 60) - 10;
      const py = s.from === 'top' ? y - 4 : s.from === 'bottom' ? y + height + 4 : y + Math.random() * height;
      effects.drift(
        px,
        py,
        s.vx * (0.6 + Math.random() * 0.8),
        s.vy * (0.6 + Math.random() * 0.8),
        s.color,
        s.life * (0.6 + 0.5 * Math.random()),
        s.size,
      );
    }
  }
}
