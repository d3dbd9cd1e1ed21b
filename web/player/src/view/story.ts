/** What a game that was made of a world says of itself: before a level, and at the end (games/storyline.py). */
import type { Config } from '../engine';

export interface End {
  title: string;
  text: string;
}

/** What is to be done in a level, or null. */
export function introOf(config: Config, scene: number): string | null {
  const intro = (config.scenes[scene]?.properties as Record<string, unknown> | undefined)?.intro;
  return typeof intro === 'string' && intro !== '' ? intro : null;
}

/** The last words, or null where the game has none of its own. */
export function endingOf(config: Config, outcome: 'won' | 'lost'): End | null {
  const endings = (config.game as unknown as Record<string, unknown>).endings as Record<string, Partial<End>> | undefined;
  const end = endings?.[outcome];
  return typeof end?.title === 'string' && end.title !== ''
    ? { title: end.title, text: typeof end.text === 'string' ? end.text : '' }
    : null;
}

/** What the level's scene says of its own look. */
export function lookOf(config: Config, scene: number): unknown {
  return (config.scenes[scene]?.properties as Record<string, unknown> | undefined)?.theme;
}
