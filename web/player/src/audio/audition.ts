/** Music rendered without being played: by the mixer itself, into memory. */
import { limiter, Mixer } from './mixer';
import { HOME, type Score } from './score';

/** `seconds` of a theme at full danger, (samples), with the length of its loop in samples. */
export async function audition(score: Score, seconds: number, name = HOME): Promise<{ samples: Float32Array; loop: number; rate: number }> {
  const { sampleRate, themes } = score.manifest;
  const theme = themes[name];
  if (theme === undefined) throw new Error(`the game has no theme ${name}`);
  const context = new OfflineAudioContext(1, Math.ceil(seconds * sampleRate), sampleRate);
  const out = limiter(context, context.destination);
  new Mixer(context, { music: out, effects: out }, score, name).follow(1);
  const rendered = await context.startRendering();
  return { samples: rendered.getChannelData(0), loop: theme.loop.length, rate: sampleRate };
}
