/** What the server says a place is made of: textures as tones, coloured here in the light and season of the place. Pure. */
import { darken, gradeNear, mix, parseHex, type Ramp, type Rgb, ramp } from './color';
import { inSeason } from './season';
import type { Theme } from './theme';

/** From the side: what lies on top and what is under it; from above: floor, path, face and top of walls; what one swims in. */
export const SURFACES = ['cap', 'body', 'floor', 'path', 'wall', 'crown', 'liquid'] as const;
export type Surface = (typeof SURFACES)[number];

/** `ground` of the art's manifest. */
export interface GroundManifest {
  /** Side of a texture, pixels of the view. */
  size: number;
  surfaces: Readonly<Record<Surface, { material: string; over: string | null }>>;
  /** Base64 of zlib: a byte a pixel, surface after surface. */
  tones: string;
}

export interface Texture {
  size: number;
  /** 0-5 dark to light; 6 more where the second layer lies. */
  tones: Uint8Array;
  /** Colour of the second layer by day. */
  over: string | null;
}

export type Materials = Readonly<Record<Surface, Texture>>;

const TONES = 6;

/** Textures of a manifest and its unpacked tones. Throws where they do not fit. */
export function materialsOf(ground: Pick<GroundManifest, 'size' | 'surfaces'>, tones: Uint8Array): Materials {
  const { size, surfaces } = ground;
  if (tones.length !== size * size * SURFACES.length) throw new Error('the ground has tones of another size');
  const entries = SURFACES.map((name, i) => {
    const part = tones.subarray(i * size * size, (i + 1) * size * size);
    return [name, { size, tones: part, over: surfaces[name]?.over ?? null }];
  });
  return Object.fromEntries(entries) as unknown as Materials;
}

/** A texture in colours. */
export interface Cloth {
  /** The colour at a place, its tone moved by `shift` steps. */
  at(x: number, y: number, shift?: number): Rgb;
  /** The tones without a texture, darkest first. */
  readonly tones: readonly Rgb[];
}

/** Six tones of a ramp of five; `contrast` below 1 draws them to the middle, so that what stands on them stands out. */
function sixTones(r: Ramp, contrast: number): Rgb[] {
  const tones: Rgb[] = [mix(r[0], r[1], 0.4), r[1], mix(r[1], r[2], 0.6), r[2], r[3], mix(r[3], r[4], 0.7)];
  return contrast === 1 ? tones : tones.map((tone) => mix(r[2], tone, contrast));
}

/** Cloth of a texture in the tones of `base`. */
export function dyed(texture: Texture, base: Ramp, theme: Theme, contrast = 1): Cloth {
  const own = sixTones(base, contrast);
  const second =
    texture.over === null ? own : sixTones(ramp(gradeNear(inSeason(parseHex(texture.over), theme.season), theme.time)), contrast);
  const { size, tones } = texture;
  const wrap = (v: number): number => ((v % size) + size) % size;
  return {
    tones: own,
    at: (x, y, shift = 0) => {
      const value = tones[wrap(y) * size + wrap(x)] as number;
      const from = value < TONES ? own : second;
      return from[Math.max(0, Math.min(TONES - 1, (value % TONES) + shift))] as Rgb;
    },
  };
}

/** Everything of a ramp darker by a step of lightness. */
export function deeper(r: Ramp, by: number): Ramp {
  return r.map((tone) => darken(tone, by)) as unknown as Ramp;
}
