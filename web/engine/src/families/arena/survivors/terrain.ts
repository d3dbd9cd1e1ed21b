/** Grounds to fight on. Walls shelter and trap: each layout asks for another way of running. */
import type { Rng } from '../../../core/rng';

export const TILE = 16;
export const WIDTH = 44;
export const HEIGHT = 30;

export type Ground = 'field' | 'hedges' | 'ring' | 'ruins' | 'avenues';
export const GROUNDS: readonly Ground[] = ['field', 'hedges', 'ring', 'ruins', 'avenues'];

/** Rows of '.' and '#', closed all around, every open tile reachable from the middle. `density` scales obstacles, 0.2-3. */
export function layOut(ground: Ground, density: number, rng: Rng): string[] {
  const cells: string[][] = [];
  for (let y = 0; y < HEIGHT; y++) {
    const row: string[] = [];
    for (let x = 0; x < WIDTH; x++) row.push(x === 0 || y === 0 || x === WIDTH - 1 || y === HEIGHT - 1 ? '#' : '.');
    cells.push(row);
  }
  const block = (x: number, y: number, w: number, h: number): void => {
    for (let j = y; j < y + h; j++) {
      for (let i = x; i < x + w; i++) {
        if (i > 1 && j > 1 && i < WIDTH - 2 && j < HEIGHT - 2) (cells[j] as string[])[i] = '#';
      }
    }
  };
  if (ground === 'field') pillars(block, Math.round(16 * density), rng);
  else if (ground === 'hedges') hedges(block, density, rng);
  else if (ground === 'ring') ring(block, density, rng);
  else if (ground === 'ruins') ruins(block, density, rng);
  else avenues(block, density, rng);
  // The hero stands in the open.
  for (let y = HEIGHT / 2 - 3; y < HEIGHT / 2 + 3; y++) for (let x = WIDTH / 2 - 4; x < WIDTH / 2 + 4; x++) (cells[y] as string[])[x] = '.';
  fillPockets(cells);
  return cells.map((row) => row.join(''));
}

type Block = (x: number, y: number, w: number, h: number) => void;

/** Lone pillars and rocks. */
function pillars(block: Block, count: number, rng: Rng): void {
  for (let i = 0; i < count; i++) {
    const big = rng.chance(30);
    block(rng.range(3, WIDTH - 6), rng.range(3, HEIGHT - 6), big ? 3 : rng.range(1, 2), big ? 2 : rng.range(1, 2));
  }
}

/** Long hedges with gaps, in rows. */
function hedges(block: Block, density: number, rng: Rng): void {
  const step = density > 1.3 ? 4 : density < 0.7 ? 7 : 5;
  for (let y = 4; y < HEIGHT - 4; y += step) {
    let x = rng.range(3, 6);
    while (x < WIDTH - 6) {
      const length = rng.range(3, 8);
      block(x, y, Math.min(length, WIDTH - 5 - x), 1);
      x += length + rng.range(3, 5);
    }
  }
}

/** A ring wall with openings around the middle, and a few stones outside. */
function ring(block: Block, density: number, rng: Rng): void {
  const [left, top, right, bottom] = [11, 7, WIDTH - 12, HEIGHT - 8];
  const gate = rng.range(4, 6);
  for (const y of [top, bottom]) {
    const middle = rng.range(left + 5, right - 5 - gate);
    block(left + 3, y, middle - left - 3, 1);
    block(middle + gate, y, right - 2 - middle - gate, 1);
  }
  for (const x of [left, right]) {
    const middle = rng.range(top + 3, bottom - 3 - gate + 2);
    block(x, top + 3, 1, Math.max(0, middle - top - 3));
    block(x, middle + gate, 1, Math.max(0, bottom - 2 - middle - gate));
  }
  pillars(block, Math.round(5 * density), rng);
}

/** Corners of fallen houses. */
function ruins(block: Block, density: number, rng: Rng): void {
  for (const cx of [4, 14, 25, 35]) {
    for (const cy of [4, 12, 21]) {
      if (rng.chance(Math.round(22 / density))) continue;
      const w = rng.range(3, 5);
      const h = rng.range(3, 5);
      const x = cx + rng.int(3);
      const y = cy + rng.int(3);
      const corner = rng.int(4);
      block(x, corner < 2 ? y : y + h - 1, w, 1);
      block(corner % 2 === 0 ? x : x + w - 1, y, 1, h);
    }
  }
}

/** Double rows of trees that make streets. */
function avenues(block: Block, density: number, rng: Rng): void {
  const step = density > 1.3 ? 2 : 3;
  for (const y of [6, 11, HEIGHT - 12, HEIGHT - 7]) {
    for (let x = 4 + rng.int(2); x < WIDTH - 4; x += step) if (rng.chance(78)) block(x, y, 1, 1);
  }
  for (const x of [9, WIDTH - 10]) for (let y = 4; y < HEIGHT - 4; y += step + 1) block(x, y, 2, 1);
}

/** What cannot be reached from the middle becomes wall. */
function fillPockets(cells: string[][]): void {
  const seen = new Uint8Array(WIDTH * HEIGHT);
  const queue = [(HEIGHT / 2) * WIDTH + WIDTH / 2];
  seen[queue[0] as number] = 1;
  for (let i = 0; i < queue.length; i++) {
    const tile = queue[i] as number;
    for (const next of [tile - 1, tile + 1, tile - WIDTH, tile + WIDTH]) {
      const x = next % WIDTH;
      const y = (next - x) / WIDTH;
      if (seen[next] === 1 || cells[y]?.[x] !== '.') continue;
      seen[next] = 1;
      queue.push(next);
    }
  }
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) if (seen[y * WIDTH + x] === 0) (cells[y] as string[])[x] = '#';
  }
}
