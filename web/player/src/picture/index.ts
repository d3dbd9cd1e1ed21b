/** Entry of the picture bundle: answers the engine hosts' JSON calls, so that a server paints without a browser. */
import { horizon } from '../art/backdrop';
import { LINE_HEIGHT, textWidth, writable, write } from '../art/font';
import { type GroundManifest, materialsOf } from '../art/material';
import { Pixmap } from '../art/pixmap';
import type { Config, View } from '../engine';
import { corner, FRAME_HEIGHT, paintFrame } from './frame';

/** The manifest's ground with its tones unpacked, hex of a byte a pixel. */
type Ground = Pick<GroundManifest, 'size' | 'surfaces' | 'tones'>;

type PictureRequest =
  | { op: 'picture'; config: Config; scene: number; view: View; without?: readonly string[]; ground?: Ground; distant?: boolean }
  | { op: 'lettering'; lines: readonly string[] };

const HEX = Array.from({ length: 256 }, (_, v) => v.toString(16).padStart(2, '0'));

/** Bytes of the picture as text. */
function hex({ data, width, height }: Pixmap): string {
  const rows: string[] = [];
  for (let y = 0; y < height; y++) {
    let row = '';
    for (let at = y * width * 4; at < (y + 1) * width * 4; at++) row += HEX[data[at] as number] as string;
    rows.push(row);
  }
  return rows.join('');
}

function bytes(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
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
 * {op: "picture", config, scene, view, without, ground, distant} -> {width, height, x, y, land, rgba: hex of 4 bytes a pixel}, x and y
 * where its corner lies in the level, `land` how high the ground stands at its foot, game px; with `distant` it is clear where one sees past the ground;
 * {op: "lettering", lines} -> {width, height, rgba: hex of 4 bytes a pixel}, or {width: 0} where a letter is missing.
 */
function call(request: string): string {
  try {
    const asked = JSON.parse(request) as PictureRequest;
    if (asked.op === 'lettering') {
      const out = lettered(asked.lines);
      const result = out === null ? { width: 0, height: 0, rgba: '' } : { width: out.width, height: out.height, rgba: hex(out) };
      return JSON.stringify({ ok: true, result });
    }
    if (asked.op !== 'picture')
      return JSON.stringify({
        ok: false,
        error: { code: 'unknown_op', message: `no operation '${String((asked as { op: unknown }).op)}'`, path: 'op' },
      });
    const materials = asked.ground === undefined ? null : materialsOf(asked.ground, bytes(asked.ground.tones));
    const made = paintFrame(asked.config, asked.scene, asked.view, asked.without, materials, asked.distant);
    const [x, y] = corner(asked.view);
    const level = asked.config.scenes[asked.scene]?.properties.level;
    const land = level === undefined ? 0 : horizon(level, FRAME_HEIGHT);
    return JSON.stringify({ ok: true, result: { width: made.width, height: made.height, x, y, land, rgba: hex(made) } });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return JSON.stringify({ ok: false, error: { code: 'failed', message, path: '' } });
  }
}

// The hosts know one entry by this name, whichever bundle they load.
(globalThis as unknown as { MakebelieveEngine: { call: typeof call } }).MakebelieveEngine = { call };
