/** The look of a place: sky, distance, ground and plants of each biome, under the light of a time of day. */
import { grade, gradeNear, mix, parseHex, type Ramp, type Rgb, ramp, type TimeOfDay } from './color';

export type GroundStyle = 'grass' | 'sand' | 'snow' | 'rock' | 'brick' | 'metal' | 'candy' | 'cloud' | 'plank' | 'flesh' | 'tech' | 'moss';
export type Scenery =
  | 'hills'
  | 'mountains'
  | 'pines'
  | 'trees'
  | 'palms'
  | 'jungle'
  | 'dunes'
  | 'mesas'
  | 'skyline'
  | 'neon'
  | 'cavern'
  | 'waves'
  | 'kelp'
  | 'islands'
  | 'castle'
  | 'houses'
  | 'deadwood'
  | 'shelves'
  | 'hall'
  | 'pipes'
  | 'columns'
  | 'sweets'
  | 'volcano'
  | 'wreck'
  | 'planets'
  | 'cells'
  | 'flowers';
export type Decoration =
  | 'grass'
  | 'flower'
  | 'bush'
  | 'mushroom'
  | 'pebble'
  | 'cactus'
  | 'bone'
  | 'crystal'
  | 'grave'
  | 'lamp'
  | 'sprout'
  | 'candy'
  | 'coral'
  | 'bolt'
  | 'snowlump'
  | 'torch'
  | 'pot'
  | 'fern'
  | 'shell';
export type Liquid = 'water' | 'lava' | 'slime' | 'sweet';

interface Biome {
  sky: readonly [string, string];
  /** Painters from far to near with the colour each has in daylight. */
  layers: readonly (readonly [Scenery, string])[];
  clouds: boolean;
  style: GroundStyle;
  cap: string;
  body: string;
  /** Floor seen from above, where it differs from the cap. */
  floor?: string;
  /** Walls and obstacles seen from above. */
  wall?: string;
  accent: string;
  decorations: readonly Decoration[];
  liquid: Liquid;
  /** No sun, moon or stars: under ground, under water, indoors. */
  closed?: boolean;
}

const BIOMES: Readonly<Record<string, Biome>> = {
  forest: {
    sky: ['#5aa9e6', '#d6f0e0'],
    layers: [
      ['mountains', '#9cc7cf'],
      ['hills', '#7fb89a'],
      ['trees', '#4f9468'],
    ],
    clouds: true,
    style: 'grass',
    cap: '#63b54a',
    body: '#8a5a3c',
    wall: '#5b7a45',
    accent: '#f2a23c',
    decorations: ['grass', 'flower', 'bush', 'mushroom', 'fern'],
    liquid: 'water',
  },
  jungle: {
    sky: ['#49a9a4', '#d9f2b8'],
    layers: [
      ['mountains', '#8fc4a8'],
      ['jungle', '#5aa374'],
      ['jungle', '#37785a'],
    ],
    clouds: true,
    style: 'grass',
    cap: '#4aa83f',
    body: '#6d4a34',
    wall: '#3f6b3f',
    accent: '#ef5da8',
    decorations: ['fern', 'grass', 'flower', 'bush', 'fern'],
    liquid: 'water',
  },
  desert: {
    sky: ['#5db4e8', '#fbe6b4'],
    layers: [
      ['mesas', '#e0a98a'],
      ['dunes', '#edc589'],
      ['dunes', '#dfa968'],
    ],
    clouds: false,
    style: 'sand',
    cap: '#f0cc7e',
    body: '#cf9350',
    wall: '#b0774a',
    accent: '#d9603a',
    decorations: ['cactus', 'pebble', 'bone', 'cactus', 'sprout'],
    liquid: 'water',
  },
  snow: {
    sky: ['#6fb4e6', '#eaf5fb'],
    layers: [
      ['mountains', '#b7d2e8'],
      ['hills', '#d3e4f2'],
      ['pines', '#6f9fb0'],
    ],
    clouds: true,
    style: 'snow',
    cap: '#f2f7fd',
    body: '#7590b8',
    wall: '#8fa9c8',
    accent: '#e2503f',
    decorations: ['snowlump', 'sprout', 'pebble', 'snowlump', 'crystal'],
    liquid: 'water',
  },
  mountain: {
    sky: ['#64a8e0', '#f0e9e0'],
    layers: [
      ['mountains', '#a9bcd8'],
      ['mountains', '#8098b8'],
      ['pines', '#56806f'],
    ],
    clouds: true,
    style: 'rock',
    cap: '#8fae62',
    body: '#7d7a8c',
    wall: '#6d6a7e',
    accent: '#f2c14e',
    decorations: ['grass', 'pebble', 'fern', 'flower', 'pebble'],
    liquid: 'water',
  },
  cave: {
    sky: ['#1d1830', '#3a2f52'],
    layers: [
      ['cavern', '#3c3358'],
      ['cavern', '#2e2748'],
    ],
    clouds: false,
    style: 'rock',
    cap: '#8a7fb0',
    body: '#574d74',
    floor: '#4b4466',
    wall: '#6a5f8c',
    accent: '#5fe0d0',
    decorations: ['crystal', 'mushroom', 'pebble', 'crystal', 'bone'],
    liquid: 'water',
    closed: true,
  },
  underwater: {
    sky: ['#1d6fae', '#0f3f78'],
    layers: [
      ['hills', '#1f6a9e'],
      ['kelp', '#195a86'],
      ['kelp', '#144a70'],
    ],
    clouds: false,
    style: 'sand',
    cap: '#d9c98f',
    body: '#8f8a78',
    floor: '#7fb0b0',
    wall: '#5a7f8f',
    accent: '#ff7f9c',
    decorations: ['coral', 'fern', 'shell', 'coral', 'pebble'],
    liquid: 'slime',
    closed: true,
  },
  ocean: {
    sky: ['#4fa8e8', '#d8f2f4'],
    layers: [
      ['islands', '#8fc4d8'],
      ['waves', '#4fa3cf'],
      ['waves', '#3585b8'],
    ],
    clouds: true,
    style: 'plank',
    cap: '#c99255',
    body: '#8a5a38',
    floor: '#5fb4d0',
    wall: '#8a6a4a',
    accent: '#f2c14e',
    decorations: ['shell', 'pot', 'lamp', 'shell'],
    liquid: 'water',
  },
  island: {
    sky: ['#45b4ec', '#dcf6ec'],
    layers: [
      ['islands', '#93ccd8'],
      ['waves', '#56b4d6'],
      ['palms', '#4f9f7a'],
    ],
    clouds: true,
    style: 'sand',
    cap: '#f4dc95',
    body: '#d0a05e',
    wall: '#b08a55',
    accent: '#ff8a5c',
    decorations: ['shell', 'fern', 'flower', 'grass', 'pebble'],
    liquid: 'water',
  },
  swamp: {
    sky: ['#6f9a8a', '#d3d6a4'],
    layers: [
      ['hills', '#8aa88a'],
      ['deadwood', '#6f8f74'],
      ['jungle', '#4a6b58'],
    ],
    clouds: true,
    style: 'moss',
    cap: '#7f9a3f',
    body: '#5a4a3c',
    wall: '#5a6b4a',
    accent: '#c79af0',
    decorations: ['fern', 'mushroom', 'grass', 'bone', 'mushroom'],
    liquid: 'slime',
  },
  volcano: {
    sky: ['#4a2036', '#e2703c'],
    layers: [
      ['volcano', '#7a3544'],
      ['mountains', '#5a2a40'],
      ['cavern', '#3c2034'],
    ],
    clouds: false,
    style: 'rock',
    cap: '#c0553a',
    body: '#4c3644',
    floor: '#5f4048',
    wall: '#6b4450',
    accent: '#ffb13d',
    decorations: ['crystal', 'pebble', 'bone', 'pebble'],
    liquid: 'lava',
    closed: true,
  },
  sky: {
    sky: ['#5ab0f2', '#eef8ff'],
    layers: [
      ['islands', '#b7ddf5'],
      ['islands', '#9accec'],
    ],
    clouds: true,
    style: 'cloud',
    cap: '#ffffff',
    body: '#c6dcf5',
    wall: '#a9c6e8',
    accent: '#ffd75e',
    decorations: ['flower', 'crystal', 'sprout'],
    liquid: 'water',
  },
  space: {
    sky: ['#0d0b22', '#2c1f52'],
    layers: [
      ['planets', '#6a56a8'],
      ['mountains', '#32285c'],
    ],
    clouds: false,
    style: 'rock',
    cap: '#a99fd0',
    body: '#5c5488',
    floor: '#3f3864',
    wall: '#6f66a0',
    accent: '#6fe3ff',
    decorations: ['crystal', 'pebble', 'crystal', 'bolt'],
    liquid: 'slime',
  },
  city: {
    sky: ['#63a4dc', '#f2e8dc'],
    layers: [
      ['skyline', '#a9bcd2'],
      ['skyline', '#8298b4'],
      ['skyline', '#627a98'],
    ],
    clouds: true,
    style: 'brick',
    cap: '#9aa3b2',
    body: '#8a5f58',
    floor: '#8d93a2',
    wall: '#7a5a58',
    accent: '#f2c14e',
    decorations: ['lamp', 'pot', 'bush', 'lamp', 'grass'],
    liquid: 'water',
  },
  cyber: {
    sky: ['#160f33', '#5a2470'],
    layers: [
      ['neon', '#43286e'],
      ['neon', '#2e1d54'],
      ['neon', '#201440'],
    ],
    clouds: false,
    style: 'tech',
    cap: '#2ff0d8',
    body: '#38305f',
    floor: '#2f2852',
    wall: '#4a3f7a',
    accent: '#ff4fa8',
    decorations: ['lamp', 'bolt', 'crystal', 'lamp'],
    liquid: 'slime',
  },
  wasteland: {
    sky: ['#c99a6a', '#f0dcae'],
    layers: [
      ['mesas', '#c8a580'],
      ['wreck', '#a98564'],
      ['dunes', '#b58d5c'],
    ],
    clouds: true,
    style: 'sand',
    cap: '#cfae74',
    body: '#8f6c4c',
    wall: '#7a6350',
    accent: '#d9603a',
    decorations: ['bone', 'bolt', 'pebble', 'cactus', 'sprout'],
    liquid: 'slime',
  },
  castle: {
    sky: ['#7aa8dc', '#f0e6dc'],
    layers: [
      ['mountains', '#a9bcd4'],
      ['castle', '#8a98ba'],
      ['trees', '#5f8a74'],
    ],
    clouds: true,
    style: 'brick',
    cap: '#b6b0bc',
    body: '#837e94',
    floor: '#8f8a9c',
    wall: '#736e88',
    accent: '#d2403a',
    decorations: ['torch', 'pot', 'grass', 'torch', 'bush'],
    liquid: 'lava',
  },
  dungeon: {
    sky: ['#1c1728', '#37293c'],
    layers: [
      ['columns', '#3a3046'],
      ['columns', '#2d2538'],
    ],
    clouds: false,
    style: 'brick',
    cap: '#8f859c',
    body: '#5c5268',
    floor: '#5a5266',
    wall: '#7a6f8a',
    accent: '#ffb13d',
    decorations: ['torch', 'bone', 'pot', 'torch', 'pebble'],
    liquid: 'lava',
    closed: true,
  },
  haunted: {
    sky: ['#241f48', '#7a5a8c'],
    layers: [
      ['hills', '#5a4a78'],
      ['castle', '#443866'],
      ['deadwood', '#33294f'],
    ],
    clouds: true,
    style: 'moss',
    cap: '#7a8f5c',
    body: '#4f4458',
    floor: '#5c5670',
    wall: '#5f5474',
    accent: '#b6f24a',
    decorations: ['grave', 'mushroom', 'bone', 'grave', 'sprout'],
    liquid: 'slime',
  },
  indoor: {
    sky: ['#c79a74', '#f0d9b4'],
    layers: [
      ['hall', '#d8b48a'],
      ['shelves', '#a97a56'],
    ],
    clouds: false,
    style: 'plank',
    cap: '#c8864a',
    body: '#8a5638',
    floor: '#c79a66',
    wall: '#9a6a4a',
    accent: '#c23b4a',
    decorations: ['pot', 'lamp', 'pot', 'flower'],
    liquid: 'slime',
    closed: true,
  },
  garden: {
    sky: ['#6ab8ec', '#f4f6dc'],
    layers: [
      ['hills', '#a4d4b0'],
      ['trees', '#74b886'],
      ['flowers', '#5fa56c'],
    ],
    clouds: true,
    style: 'grass',
    cap: '#78c850',
    body: '#94633f',
    wall: '#5f8f4a',
    accent: '#ef6f9c',
    decorations: ['flower', 'flower', 'bush', 'grass', 'mushroom'],
    liquid: 'water',
  },
  village: {
    sky: ['#6cb0e4', '#f6ecd4'],
    layers: [
      ['hills', '#a9cdb0'],
      ['houses', '#b08f84'],
      ['trees', '#6a9f74'],
    ],
    clouds: true,
    style: 'grass',
    cap: '#74b84a',
    body: '#8f6440',
    floor: '#86b85c',
    wall: '#a8714c',
    accent: '#e2593c',
    decorations: ['flower', 'pot', 'bush', 'grass', 'lamp'],
    liquid: 'water',
  },
  factory: {
    sky: ['#8a8494', '#dcc8ac'],
    layers: [
      ['pipes', '#a09aa4'],
      ['pipes', '#7d7888'],
      ['skyline', '#645f72'],
    ],
    clouds: true,
    style: 'metal',
    cap: '#c8a24a',
    body: '#6c7284',
    floor: '#7d8290',
    wall: '#5f6678',
    accent: '#e2593c',
    decorations: ['bolt', 'lamp', 'pot', 'bolt'],
    liquid: 'slime',
  },
  lab: {
    sky: ['#a4c6d8', '#eaf4f4'],
    layers: [
      ['hall', '#c0d8e2'],
      ['pipes', '#9abccc'],
    ],
    clouds: false,
    style: 'tech',
    cap: '#5fd6e8',
    body: '#8fa4b8',
    floor: '#b4c6d2',
    wall: '#7f95aa',
    accent: '#7fe05a',
    decorations: ['lamp', 'bolt', 'pot', 'lamp'],
    liquid: 'slime',
    closed: true,
  },
  food: {
    sky: ['#ffb3cf', '#fff1d6'],
    layers: [
      ['hills', '#ffc9d8'],
      ['sweets', '#f59ab8'],
      ['sweets', '#d97fae'],
    ],
    clouds: true,
    style: 'candy',
    cap: '#ff9fc4',
    body: '#c98a55',
    floor: '#ffd3b0',
    wall: '#a8643f',
    accent: '#6fd3c8',
    decorations: ['candy', 'candy', 'flower', 'candy', 'mushroom'],
    liquid: 'sweet',
  },
  ruins: {
    sky: ['#7fb4d0', '#f2e6c4'],
    layers: [
      ['mountains', '#b4c8bc'],
      ['columns', '#9fae98'],
      ['jungle', '#6a9074'],
    ],
    clouds: true,
    style: 'moss',
    cap: '#86a84a',
    body: '#9a8d74',
    floor: '#a89c80',
    wall: '#8d8168',
    accent: '#f2c14e',
    decorations: ['fern', 'pebble', 'pot', 'grass', 'torch'],
    liquid: 'water',
  },
  body: {
    sky: ['#8f2f4a', '#e0788a'],
    layers: [
      ['cells', '#b54a64'],
      ['cells', '#9a3a56'],
      ['cavern', '#7d2a48'],
    ],
    clouds: false,
    style: 'flesh',
    cap: '#f29aa6',
    body: '#b54a62',
    floor: '#c8657a',
    wall: '#9a3f5a',
    accent: '#ffe08a',
    decorations: ['coral', 'sprout', 'coral', 'mushroom'],
    liquid: 'slime',
    closed: true,
  },
};

export interface ThemeSpec {
  biome?: string;
  time_of_day?: string;
  mood?: string;
  palette?: readonly string[];
}

export interface Theme {
  biome: string;
  time: TimeOfDay;
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
}

const TIMES: readonly string[] = ['day', 'night', 'dawn', 'dusk'];

/** Everything that paints a place asks this. Unknown biomes look like a forest. */
export function themeOf(spec: ThemeSpec): Theme {
  const biome = BIOMES[spec.biome ?? ''] ?? (BIOMES.forest as Biome);
  const time = (TIMES.includes(spec.time_of_day ?? '') ? spec.time_of_day : 'day') as TimeOfDay;
  const lit = biome.closed ? 'day' : time;
  // The palette of the sentence colours the air, never so far that ground and sky stop reading as themselves.
  const tones = (spec.palette ?? []).map(parseHex);
  const hint = tones.length > 2 ? tones[Math.floor(tones.length * 0.6)] : undefined;
  const tinted = (hex: string, amount: number): Rgb => (hint === undefined ? parseHex(hex) : mix(parseHex(hex), hint, amount));
  const near = (hex: string): Ramp => ramp(gradeNear(parseHex(hex), lit));
  const count = biome.layers.length;
  return {
    biome: spec.biome ?? 'forest',
    time: lit,
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
  };
}
