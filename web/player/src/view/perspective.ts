/** How each kind is looked at. */
export type Perspective = 'side' | 'top' | 'scroll';

const SIDE: readonly string[] = ['platformer', 'infinite-jumper', 'flappy-clone', 'metroidvania', 'platform-brawler'];

export function perspectiveOf(kind: string): Perspective {
  if (kind === 'space-shooter') return 'scroll';
  return SIDE.includes(kind) ? 'side' : 'top';
}
