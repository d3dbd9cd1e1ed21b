/** The look of a place: sky, distance, ground and plants of each biome, under the light of a time of day. */
import type { Biome, Decoration, GroundStyle, Liquid, Scenery } from './biome';
import { BUILT } from './biomes_built';
import { WILD } from './biomes_wild';
import { grade, gradeNear, mix, parseHex, type Ramp, type Rgb, ramp, type TimeOfDay } from './color';
import { inSeason, type Season, seasonOf } from './season';

const BIOMES: Readonly<Record<string, Biome>> = { ...WILD, ...BUILT };

export interface ThemeSpec {
  biome?: string;
  /** The place in the sentence's own words; a season may be among them. */
  place?: string;
  time_of_day?: string;
  mood?: string;
  palette?: readonly string[];
  /** What falls or drifts there, whatever the place: rain, storm, snow, fog, dust. */
  weather?: string;
}

export interface Theme {
  biome: string;
  time: TimeOfDay;
  /** As it is outside, whether or not its light gets in. */
  hour: TimeOfDay;
  season: Season | undefined;
  sky: readonly [Rgb, Rgb];
  layers: readonly { scenery: Scenery; color: Rgb; depth: number }[];
  clouds: boolean;
  closed: boolean;
  style: GroundStyle;
  cap: Ramp;
  body: Ramp;
  floor: Ramp;
  wall: Ramp;
  accent: Rgb;
  decorations: readonly Decoration[];
  liquid: Liquid;
  /** Stars are out. */
  night: boolean;
  weather: string | undefined;
}

const TIMES: readonly string[] = ['day', 'night', 'dawn', 'dusk'];

/** The look of one level: the game's, with what the level says of itself. */
export function themeOfScene(game: ThemeSpec | undefined, scene: unknown): Theme {
  const own = typeof scene === 'object' && scene !== null ? (scene as ThemeSpec) : {};
  return themeOf({ ...game, ...own });
}

/** Everything that paints a place asks this. Unknown biomes look like a forest. */
export function themeOf(spec: ThemeSpec): Theme {
  const biome = BIOMES[spec.biome ?? ''] ?? (BIOMES.forest as Biome);
  const time = (TIMES.includes(spec.time_of_day ?? '') ? spec.time_of_day : 'day') as TimeOfDay;
  const lit = biome.closed ? 'day' : time;
  const season = seasonOf(spec.place ?? '');
  // The palette of the sentence colours the air, never so far that ground and sky stop reading as themselves.
  const tones = (spec.palette ?? []).map(parseHex);
  const hint = tones.length > 2 ? tones[Math.floor(tones.length * 0.6)] : undefined;
  const own = (hex: string): Rgb => inSeason(parseHex(hex), season);
  const tinted = (hex: string, amount: number): Rgb => (hint === undefined ? own(hex) : mix(own(hex), hint, amount));
  const near = (hex: string): Ramp => ramp(gradeNear(own(hex), lit));
  const count = biome.layers.length;
  return {
    biome: spec.biome ?? 'forest',
    time: lit,
    hour: time,
    season,
    sky: [grade(tinted(biome.sky[0], 0.12), lit, 0.6), grade(tinted(biome.sky[1], 0.12), lit, 0.9)],
    layers: biome.layers.map(([scenery, hex], i) => ({
      scenery,
      color: grade(tinted(hex, 0.1), lit, 1 - i / count),
      depth: (i + 1) / (count + 1),
    })),
    clouds: biome.clouds,
    closed: biome.closed ?? false,
    style: biome.style,
    cap: near(biome.cap),
    body: near(biome.body),
    floor: near(biome.floor ?? biome.cap),
    wall: near(biome.wall ?? biome.body),
    accent: gradeNear(parseHex(biome.accent), lit),
    decorations: biome.decorations,
    liquid: biome.liquid,
    night: lit === 'night' || biome.sky[0] === '#0d0b22' || spec.biome === 'cyber',
    weather: biome.closed ? undefined : spec.weather,
  };
}
