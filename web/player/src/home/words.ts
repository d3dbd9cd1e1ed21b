/** Plain words for what the service calls things. */

const KINDS: Readonly<Record<string, string>> = {
  platformer: 'Platformer',
  metroidvania: 'Metroidvania',
  topdown: 'Top-down adventure',
  isometric: 'Isometric adventure',
  'tower-defense': 'Tower defence',
  'dungeon-crawler': 'Dungeon crawler',
  'card-battle': 'Card battle',
  'rpg-adventure': 'RPG adventure',
  'planet-defense': 'Planet defence',
  'infinite-jumper': 'Endless jumper',
  'horde-survivors': 'Horde survivors',
  'micro-factory': 'Micro factory',
  'isometric-strategy': 'Isometric strategy',
  'flappy-clone': 'Flappy flyer',
  'isometric-rpg': 'Isometric RPG',
  'enter-the-gungeon': 'Bullet dungeon',
  'platform-brawler': 'Platform brawler',
  'space-shooter': 'Space shooter',
  puzzle: 'Puzzle',
  racing: 'Racing',
  'music-rhythm': 'Rhythm',
};

export function kindName(kind: string): string {
  return KINDS[kind] ?? kind.replace(/-/g, ' ');
}

export const STAGES: readonly (readonly [string, string])[] = [
  ['understand', 'Understanding your words'],
  ['compose', 'Building the levels'],
  ['prove', 'A bot plays it to the end'],
  ['draw', 'Drawing'],
  ['save', 'Saving'],
];

export const WORLD_STAGES: readonly (readonly [string, string])[] = [
  ['understand', 'Understanding your words'],
  ['compose', 'Building places and choices'],
  ['check', 'Trying every way through'],
  ['paint', 'Painting the scenes'],
  ['save', 'Saving'],
];

export const WORLD_EXAMPLES: readonly string[] = [
  'a lighthouse keeper searches for her lost brother under a frozen sea',
  'a thief steals a moonstone from the museum at night',
  'a mail robot delivers the last letter on Mars',
  'two cooks compete for a golden ladle in a floating kitchen',
  'a gardener restores a dead garden before the first snow',
  'a detective solves who poisoned the orchard',
];

export const EXAMPLES: readonly string[] = [
  'a tiny red fox leaps across snowy mountains collecting gems, chased by wolves',
  'a brave knight explores a dungeon full of skeletons to beat a dragon',
  'an old wizard survives hordes of zombies in a haunted forest at night',
  'a silver spaceship fights alien saucers among the stars, with a giant boss',
  'a sleepy owl flaps between chimneys over the city at dusk',
  'a lost explorer finds keys and treasure in jungle ruins guarded by spiders',
];

/** Text of whatever a receipt lists: strings, or objects with readable members. */
export function itemText(item: unknown): string {
  if (typeof item === 'string') return item;
  if (typeof item !== 'object' || item === null) return String(item);
  const o = item as Record<string, unknown>;
  for (const key of ['text', 'message', 'claim', 'what', 'words', 'reason']) if (typeof o[key] === 'string') return o[key] as string;
  return Object.values(o)
    .filter((v) => typeof v === 'string' || typeof v === 'number')
    .join(' ');
}
