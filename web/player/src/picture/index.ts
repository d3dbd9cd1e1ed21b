/** Entry of the picture bundle: answers the engine hosts' JSON calls, so that a server paints without a browser. */
import { LINE_HEIGHT, textWidth, writable, write } from '../art/font';
import { Pixmap } from '../art/pixmap';
import type { Config, View } from '../engine';
import { corner, FRAME_HEIGHT, FRAME_WIDTH, paintFrame } from './frame';

type PictureRequest =
  | { op: 'picture'; config: Config; scene: number; view: View; without?: readonly string[] }
  | { op: 'lettering'; lines: readonly string[] };

/** Bytes of the picture as text, `channels` of each pixel. */
function hex({ data }: Pixmap, channels: 3 | 4): string {
  let out = '';
  for (let at = 0; at < data.length; at += 4)
    for (let c = 0; c < channels; c++) out += (data[at + c] as number).toString(16).padStart(2, '0');
  return out;
}

/** Lines of the game's own letters under each other; null where the font lacks one. */
function lettered(lines: readonly string[]): Pixmap | null {
  if (!lines.every(writable)) return null;
  const width = Math.max(1, ...lines.map(textWidth)) + 4;
  const out = new Pixmap(width, lines.length * (LINE_HEIGHT + 3) + 2);
  lines.forEach((line, i) => {
    write(out, line, Math.round((width - textWidth(line)) / 2), 2 + i * (LINE_HEIGHT + 3), [255, 244, 214]);
  });
  return out;
}

/**
 * {op: "picture", config, scene, view, without} -> {width, height, x, y, rgb: hex of 3 bytes a pixel}, x and y where its corner lies in the level;
 * {op: "lettering", lines} -> {width, height, rgba: hex of 4 bytes a pixel}, or {width: 0} where a letter is missing.
 */
function call(request: string): string {
  try {
    const asked = JSON.parse(request) as PictureRequest;
    if (asked.op === 'lettering') {
      const out = lettered(asked.lines);
      const result = out === null ? { width: 0, height: 0, rgba: '' } : { width: out.width, height: out.height, rgba: hex(out, 4) };
      return JSON.stringify({ ok: true, result });
    }
    if (asked.op !== 'picture')
      return JSON.stringify({
        ok: false,
        error: { code: 'unknown_op', message: `no operation '${String((asked as { op: unknown }).op)}'`, path: 'op' },
      });
    const rgb = hex(paintFrame(asked.config, asked.scene, asked.view, asked.without), 3);
    const [x, y] = corner(asked.view);
    return JSON.stringify({ ok: true, result: { width: FRAME_WIDTH, height: FRAME_HEIGHT, x, y, rgb } });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return JSON.stringify({ ok: false, error: { code: 'failed', message, path: '' } });
  }
}

// The hosts know one entry by this name, whichever bundle they load.
(globalThis as unknown as { MakebelieveEngine: { call: typeof call } }).MakebelieveEngine = { call };
