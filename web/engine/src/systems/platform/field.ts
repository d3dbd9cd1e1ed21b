/** Distances over open tiles: a breadth-first flood, eight neighbours. Jumping and falling are not its business. */

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
    const left = x > 0 && open[cell - 1] === 1;
    const right = x < width - 1 && open[cell + 1] === 1;
    const up = cell >= width && open[cell - width] === 1;
    const down = cell < size - width && open[cell + width] === 1;
    // Diagonally only past at least one open side: no slipping between blocks that touch at a corner.
    for (let k = 0; k < 8; k++) {
      let to = -1;
      if (k === 0 && left) to = cell - 1;
      else if (k === 1 && right) to = cell + 1;
      else if (k === 2 && up) to = cell - width;
      else if (k === 3 && down) to = cell + width;
      else if (k === 4 && x > 0 && cell >= width && (left || up)) to = cell - width - 1;
      else if (k === 5 && x < width - 1 && cell >= width && (right || up)) to = cell - width + 1;
      else if (k === 6 && x > 0 && cell < size - width && (left || down)) to = cell + width - 1;
      else if (k === 7 && x < width - 1 && cell < size - width && (right || down)) to = cell + width + 1;
      if (to < 0 || open[to] !== 1 || out[to] !== -1) continue;
      out[to] = next;
      queue[tail++] = to;
    }
  }
  return out;
}
