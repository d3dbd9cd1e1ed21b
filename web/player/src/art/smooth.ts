/** Pictures at twice the density, edges followed instead of pixels doubled: the Scale2x rule of Andrea Mazzoleni (https://www.scale2x.it/algorithm). */
import { Pixmap } from './pixmap';

/** Screen pixels of the view per pixel that the painters paint. */
export const DENSITY = 2;

/** A picture of twice the width and height without a new colour. */
export function doubled(picture: Pixmap): Pixmap {
  const { width, height } = picture;
  const source = new Uint32Array(picture.data.buffer, picture.data.byteOffset, width * height);
  const out = new Pixmap(width * DENSITY, height * DENSITY);
  const target = new Uint32Array(out.data.buffer);
  const stride = width * DENSITY;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const above = y > 0 ? row - width : row;
    const below = y < height - 1 ? row + width : row;
    let at = y * DENSITY * stride;
    for (let x = 0; x < width; x++, at += DENSITY) {
      const e = source[row + x] as number;
      const b = source[above + x] as number;
      const h = source[below + x] as number;
      const d = source[x > 0 ? row + x - 1 : row + x] as number;
      const f = source[x < width - 1 ? row + x + 1 : row + x] as number;
      const edge = b !== h && d !== f;
      target[at] = edge && d === b ? d : e;
      target[at + 1] = edge && b === f ? f : e;
      target[at + stride] = edge && d === h ? d : e;
      target[at + stride + 1] = edge && h === f ? f : e;
    }
  }
  return out;
}
