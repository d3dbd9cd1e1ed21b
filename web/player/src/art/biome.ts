/** What a biome is made of. */

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

export interface Biome {
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
