/** A game's own sound as the server made it: unpacked, decoded, its loop closed. */

/** [first, count]: bytes of a file, samples of a clip. */
type Place = readonly [number, number];

export interface Layer {
  name: string;
  file: Place;
  /** Gain while it plays alone. */
  alone: number;
}

export interface Theme {
  gain: number;
  /** What is left of the theme under a stinger. */
  ducked: number;
  /** The danger that this kind of game always has, 0-1. */
  rest: number;
  /** Samples. Before `start` and after its end lies what the loop's other end holds. */
  loop: { start: number; length: number };
  layers: readonly Layer[];
}

export interface Manifest {
  format: number;
  /** Hz of the themes. */
  sampleRate: number;
  /** By name; "home" is always there. */
  themes: Readonly<Record<string, Theme>>;
  /** The theme of each scene of the config. */
  scenes: readonly string[];
  clips: { file: Place; places: readonly Place[]; sampleRate: number };
  effects: Readonly<Record<string, { clips: readonly number[]; gain: number }>>;
  stingers: Readonly<Record<string, { clip: number; gain: number }>>;
  /** Event -> the stinger that marks it. */
  moments: Readonly<Record<string, string>>;
}

/** What games had before they had several themes. */
type First = Omit<Manifest, 'themes' | 'scenes' | 'clips'> & { theme: Theme; clips: Omit<Manifest['clips'], 'sampleRate'> };

export const HOME = 'home';

export interface Score {
  manifest: Manifest;
  /** By theme: one buffer per layer, in the order of the manifest, each with its loop closed. */
  layers: Readonly<Record<string, readonly AudioBuffer[]>>;
  clips: AudioBuffer;
}

/** Samples over which the end of the loop passes into what comes before its start. */
export const FADE = 1024;

function read(json: { format: number }): Manifest {
  if (json.format === 2) return json as Manifest;
  if (json.format !== 1) throw new Error('the sound has a format this page does not know');
  const { theme, clips, ...rest } = json as First;
  return { ...rest, themes: { [HOME]: theme }, scenes: [], clips: { ...clips, sampleRate: rest.sampleRate } };
}

/** The theme that accompanies a scene; the one at home where none is told. */
export function themeOf(manifest: Manifest, scene: number): string {
  const name = manifest.scenes[scene] ?? HOME;
  return name in manifest.themes ? name : HOME;
}

/** The manifest and the files behind it. Throws when the bundle is not one this page knows. */
export function unpack(data: ArrayBuffer): { manifest: Manifest; file: (place: Place) => ArrayBuffer } {
  const size = new DataView(data).getUint32(0, true);
  const manifest = read(JSON.parse(new TextDecoder().decode(new Uint8Array(data, 4, size))));
  const base = 4 + size;
  return { manifest, file: ([first, count]) => data.slice(base + first, base + first + count) };
}

/**
 * Make the last samples of a loop lead into its first one. A lossy coder leaves both ends a little apart; what it made of the samples
 * before the start is what the start goes on from, so the end is blended into those.
 */
export function closeLoop(samples: Float32Array, start: number, length: number, fade = FADE): void {
  for (let i = 0; i < fade; i++) {
    const share = (i + 1) / fade;
    const at = start + length - fade + i;
    samples[at] = (samples[at] as number) * (1 - share) + (samples[start - fade + i] as number) * share;
  }
}

/** Milliseconds between two looks for a sound that is still being made: at first, and at most. */
const SOON = 400;
const LATE = 5000;
/** Looks for a sound before the page gives it up: about ten minutes. */
const LOOKS = 120;

const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const leave = () => {
      clearTimeout(timer);
      reject(new Error('the page has left the game'));
    };
    // A signal that was given before this wait began tells nobody any more.
    if (signal?.aborted) leave();
    else signal?.addEventListener('abort', leave, { once: true });
  });

/**
 * The bundle at an address that answers 202 while it is being made: a game can be played before its sound is there.
 * Rejects when there is none, or none came for ten minutes.
 */
export async function fetchBundle(url: string, signal?: AbortSignal, wait = pause): Promise<ArrayBuffer> {
  for (let look = 0; look < LOOKS; look++) {
    const answer = await fetch(url, signal === undefined ? {} : { signal });
    if (answer.status === 200) return answer.arrayBuffer();
    // Read to its end, though nothing is in it: a browser counts an answer that nobody reads as broken off.
    await answer.arrayBuffer();
    if (answer.status !== 202) throw new Error(`the sound answered ${answer.status}`);
    await wait(Math.min(LATE, SOON * 1.3 ** look), signal);
  }
  throw new Error('the sound did not come');
}

/** Rejects when the sound cannot be had or decoded; the game then goes on with the page's own sounds. */
export async function loadScore(url: string, signal?: AbortSignal): Promise<Score> {
  const { manifest, file } = unpack(await fetchBundle(url, signal));
  // Offline contexts decode before any gesture, and at the sound's own rate, so that no sample is moved.
  const decoder = new OfflineAudioContext(1, 1, manifest.sampleRate);
  const themes = Object.entries(manifest.themes).map(async ([name, { loop, layers }]) => {
    const buffers = await Promise.all(layers.map((layer) => decoder.decodeAudioData(file(layer.file))));
    for (const layer of buffers) {
      if (layer.length < loop.start + loop.length) throw new Error('a layer is shorter than its loop');
      closeLoop(layer.getChannelData(0), loop.start, loop.length);
    }
    return [name, buffers] as const;
  });
  const { clips } = manifest;
  const sheet = new OfflineAudioContext(1, 1, clips.sampleRate).decodeAudioData(file(clips.file));
  return { manifest, layers: Object.fromEntries(await Promise.all(themes)), clips: await sheet };
}
