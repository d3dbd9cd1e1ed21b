/** Music rendered without being played: by the mixer itself, into memory. */
import { limiter, Mixer } from './mixer';
import type { Score } from './score';

/** `seconds` of the theme at full danger, (samples), with the length of its loop in samples. */
export async function audition(score: Score, seconds: number): Promise<{ samples: Float32Array; loop: number; rate: number }> {
  const { sampleRate, theme } = score.manifest;
  const context = new OfflineAudioContext(1, Math.ceil(seconds * sampleRate), sampleRate);
  new Mixer(context, limiter(context, context.destination), score).follow(1);
  const rendered = await context.startRendering();
  return { samples: rendered.getChannelData(0), loop: theme.loop.length, rate: sampleRate };
}
