/** How the place of a game decides the shape of its levels. */

export type Style = 'dungeon' | 'interior' | 'cave' | 'forest' | 'garden' | 'city' | 'ruins';

export interface StyleTraits {
  /** What fills the space between rooms. */
  solid: string;
  /** Rooms touch through one wall (a building) or stand apart. */
  adjoining: boolean;
  /** Rooms are blobs, not boxes. */
  organic: boolean;
  /** Out of doors: rooms fill their cells and open wide on each other. */
  roomy: boolean;
  /** Drawn along the ways between rooms; '' for none. */
  path: string;
  /** Tall props, low props, scatter. */
  tall: string;
  low: string;
  /** Liquid or pits for hazards of the ground. */
  fatal: string;
}

export const TRAITS: Readonly<Record<Style, StyleTraits>> = {
  dungeon: { solid: '#', adjoining: false, organic: false, roomy: false, path: '', tall: 'p', low: 'c', fatal: '_' },
  interior: { solid: '#', adjoining: true, organic: false, roomy: false, path: ':', tall: 'k', low: 'c', fatal: '_' },
  cave: { solid: '#', adjoining: false, organic: true, roomy: false, path: '', tall: 'o', low: 'o', fatal: '~' },
  forest: { solid: 'T', adjoining: false, organic: true, roomy: true, path: ':', tall: 'T', low: 'o', fatal: '~' },
  garden: { solid: 'H', adjoining: false, organic: false, roomy: true, path: ':', tall: 'H', low: 'o', fatal: '~' },
  city: { solid: 'B', adjoining: false, organic: false, roomy: true, path: ':', tall: 'B', low: 'c', fatal: '_' },
  ruins: { solid: '#', adjoining: false, organic: false, roomy: true, path: ':', tall: 'p', low: 'o', fatal: '_' },
};

const BY_BIOME: Readonly<Record<string, Style>> = {
  forest: 'forest',
  jungle: 'forest',
  swamp: 'forest',
  island: 'forest',
  snow: 'forest',
  desert: 'ruins',
  ruins: 'ruins',
  wasteland: 'ruins',
  mountain: 'cave',
  cave: 'cave',
  underwater: 'cave',
  ocean: 'cave',
  volcano: 'cave',
  body: 'cave',
  space: 'interior',
  sky: 'garden',
  food: 'garden',
  garden: 'garden',
  village: 'garden',
  city: 'city',
  cyber: 'city',
  castle: 'interior',
  dungeon: 'dungeon',
  haunted: 'interior',
  indoor: 'interior',
  factory: 'interior',
  lab: 'interior',
};

/** A dungeon crawler stays among walls: its outdoor places become caves and ruins. */
export function styleOf(kind: string, theme: Record<string, unknown> | undefined): Style {
  const biome = typeof theme?.biome === 'string' ? theme.biome : '';
  const style = BY_BIOME[biome] ?? (kind === 'dungeon-crawler' ? 'dungeon' : 'forest');
  if (kind !== 'dungeon-crawler') return style;
  return style === 'forest' || style === 'garden' ? 'cave' : style === 'city' ? 'dungeon' : style;
}
