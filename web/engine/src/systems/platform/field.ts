/** Distances over open tiles: a breadth-first flood, four neighbours, so that height counts as well as width. Jumping and falling are not its business. */

/** Steps from every cell to the nearest of `targets`; -1 where there is no way. `open` is 1 for cells that let one through. */
export function flood(width: number, height: number, targets: readonly number[], open: Uint8Array): Int32Array {
  const size = width * height;
  const out = new Int32Array(size).fill(-1);
  const queue = new Int32Array(size);
  let head = 0;
  let tail = 0;
  for (const t of targets) {
    if (t < 0 || t >= size || out[t] !== -1) continue;
    out[t] = 0;
    queue[tail++] = t;
  }
  while (head < tail) {
    const cell = queue[head++] as number;
    const x = cell % width;
    const next = (out[cell] as number) + 1;
    for (let k = 0; k < 4; k++) {
      let to = -1;
      if (k === 0 && x > 0) to = cell - 1;
      else if (k === 1 && x < width - 1) to = cell + 1;
      else if (k === 2) to = cell - width;
      else if (k === 3) to = cell + width;
      if (to < 0 || to >= size || open[to] !== 1 || out[to] !== -1) continue;
      out[to] = next;
      queue[tail++] = to;
    }
  }
  return out;
}
