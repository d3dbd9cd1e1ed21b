/** What the server tells the page about the game: embedded in the page, or fetched by the game's address. */
import type { Config, Proof } from './engine';

export interface Boot {
  game_id: string;
  title: string;
  config: Config;
  proof?: Proof | null;
  version?: number;
  understood?: unknown;
  owner?: boolean;
  shared?: boolean;
  play_url?: string;
  /** Where the game's art is; absent or null for games without. */
  art?: string | null;
  /** Where the game's music and effects are; absent or null for games without. */
  sound?: string | null;
}

export class BootError extends Error {}

/** The id in `/play/{id}`, or null. */
export function gameIdOf(pathname: string): string | null {
  return /^\/play\/([^/]+)\/?$/.exec(pathname)?.[1] ?? null;
}

export async function loadBoot(): Promise<Boot> {
  const embedded = document.getElementById('mb-boot')?.textContent;
  if (embedded) return JSON.parse(embedded) as Boot;
  const id = gameIdOf(location.pathname);
  if (id === null) throw new BootError('No game is named in this address.');
  const answer = await fetch(`/play/${id}/game.json`, { credentials: 'same-origin', headers: { accept: 'application/json' } });
  if (!answer.ok) {
    throw new BootError(
      answer.status === 404 ? 'There is no such game, or it is not shared.' : `The game could not be loaded (${answer.status}).`,
    );
  }
  return (await answer.json()) as Boot;
}
