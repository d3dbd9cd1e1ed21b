/** Entry of the picture bundle: answers the engine hosts' JSON calls, so that a server paints without a browser. */
import type { Config, View } from '../engine';
import { FRAME_HEIGHT, FRAME_WIDTH, paintFrame } from './frame';

interface PictureRequest {
  op: string;
  config: Config;
  scene: number;
  view: View;
}

/** {op: "picture", config, scene, view} -> {width, height, rgb: hex of 3 bytes a pixel}. */
function call(request: string): string {
  try {
    const { op, config, scene, view } = JSON.parse(request) as PictureRequest;
    if (op !== 'picture') return JSON.stringify({ ok: false, error: { code: 'unknown_op', message: `no operation '${op}'`, path: 'op' } });
    const { data } = paintFrame(config, scene, view);
    let rgb = '';
    for (let at = 0; at < data.length; at += 4) {
      const word = ((data[at] as number) << 16) | ((data[at + 1] as number) << 8) | (data[at + 2] as number);
      rgb += word.toString(16).padStart(6, '0');
    }
    return JSON.stringify({ ok: true, result: { width: FRAME_WIDTH, height: FRAME_HEIGHT, rgb } });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return JSON.stringify({ ok: false, error: { code: 'failed', message, path: '' } });
  }
}

// The hosts know one entry by this name, whichever bundle they load.
(globalThis as unknown as { MakebelieveEngine: { call: typeof call } }).MakebelieveEngine = { call };
