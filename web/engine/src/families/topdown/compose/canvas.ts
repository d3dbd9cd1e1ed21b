/** The grid a level is drawn on, and the questions its makers ask of it. */
import { BLOCK_HERO, FATAL, flagsOf } from '../legend';

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export class Canvas {
  readonly cells: string[];
  /** 1: part of a way that must stay open; 2: taken by a thing. */
  readonly reserved: Uint8Array;
  /** Room id + 1 of floor, 0 elsewhere. */
  readonly owner: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    readonly solid: string,
  ) {
    this.cells = new Array<string>(width * height).fill(solid);
    this.reserved = new Uint8Array(width * height);
    this.owner = new Uint8Array(width * height);
  }

  inside(x: number, y: number): boolean {
    return x >= 1 && y >= 1 && x < this.width - 1 && y < this.height - 1;
  }

  get(x: number, y: number): string {
    return x < 0 || y < 0 || x >= this.width || y >= this.height ? this.solid : (this.cells[y * this.width + x] as string);
  }

  set(x: number, y: number, char: string): void {
    if (this.inside(x, y)) this.cells[y * this.width + x] = char;
  }

  /** Floor of a room. */
  carve(x: number, y: number, room: number, char = '.'): void {
    if (!this.inside(x, y)) return;
    const i = y * this.width + x;
    if (flagsOf(this.cells[i] as string) !== 0) this.cells[i] = char;
    if (this.owner[i] === 0) this.owner[i] = room + 1;
  }

  reserve(x: number, y: number, how = 1): void {
    if (this.inside(x, y)) this.reserved[y * this.width + x] = Math.max(how, this.reserved[y * this.width + x] as number);
  }

  isReserved(x: number, y: number): boolean {
    return !this.inside(x, y) || this.reserved[y * this.width + x] !== 0;
  }

  isFloor(x: number, y: number): boolean {
    return this.inside(x, y) && flagsOf(this.get(x, y)) === 0;
  }

  isSolid(x: number, y: number): boolean {
    return (flagsOf(this.get(x, y)) & BLOCK_HERO) !== 0;
  }

  roomAt(x: number, y: number): number {
    return x < 0 || y < 0 || x >= this.width || y >= this.height ? -1 : (this.owner[y * this.width + x] as number) - 1;
  }

  /** Put a prop on plain floor that nobody needs; says whether it stands. */
  prop(x: number, y: number, char: string): boolean {
    if (!this.isFloor(x, y) || this.isReserved(x, y)) return false;
    this.set(x, y, char);
    return true;
  }

  /** Everything walkable from (x, y), doors taken as open; pits and water are not walked. */
  flood(x: number, y: number, passes: (index: number) => boolean = () => true): Uint8Array {
    const seen = new Uint8Array(this.width * this.height);
    const stack = [y * this.width + x];
    seen[stack[0] as number] = 1;
    while (stack.length > 0) {
      const at = stack.pop() as number;
      for (const to of [at + 1, at - 1, at + this.width, at - this.width]) {
        if (to < 0 || to >= seen.length || seen[to] === 1) continue;
        const char = this.cells[to] as string;
        if (char !== 'D' && (flagsOf(char) & (BLOCK_HERO | FATAL)) !== 0) continue;
        if (!passes(to)) continue;
        seen[to] = 1;
        stack.push(to);
      }
    }
    return seen;
  }

  rows(): string[] {
    const out: string[] = [];
    for (let y = 0; y < this.height; y++) out.push(this.cells.slice(y * this.width, (y + 1) * this.width).join(''));
    return out;
  }
}
