/** The service, as the home page uses it. The browser's own session cookie says who one is. */
import type { Config, Proof } from '../engine';

export interface Field<T> {
  value: T;
  source: 'stated' | 'inferred' | 'default';
  confidence: number;
  note?: string | null;
}

export interface Thing {
  noun: string;
  phrase: string;
  count?: number | null;
}

export interface Understood {
  kind?: Field<string>;
  hero?: Field<Thing | null>;
  enemies?: Field<Thing>[];
  boss?: Field<Thing | null>;
  collectibles?: Field<Thing>[];
  hazards?: Field<Thing>[];
  setting?: Field<string>;
  place?: Field<string | null>;
  time_of_day?: Field<string>;
  mood?: Field<string>;
  difficulty?: Field<string>;
  mechanics?: Field<string>[];
  levels?: Field<number>;
  excluded?: string[];
  not_understood?: string[];
}

export interface Receipt {
  changed: unknown[];
  kept: unknown[];
  not_understood: unknown[];
  checks: unknown[];
}

export interface GameAnswer {
  game_id: string;
  raku_config: Config;
  title: string;
  version: number;
  play_url: string;
  proof: Partial<Proof>;
  understood: Understood;
  alternatives: { kind: string; confidence: number }[];
  metadata: { seed: number | null; kind: string; duration_ms: number | null };
  shared: boolean;
  receipt?: Receipt;
  applied?: boolean;
  refusal?: string | null;
}

export interface Accepted {
  game_id: string;
  status: 'queued' | 'running';
  progress_url: string;
  status_url: string;
}

export interface GameItem {
  game_id: string;
  title: string;
  kind: string;
  version: number;
  prompt: string;
  proof_status: string;
  shared: boolean;
}

export interface VersionItem {
  version: number;
  origin: string;
  note: string;
  undo_version: number | null;
  current: boolean;
}

/** A refusal, in words for people. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly retryAfter: number | null,
  ) {
    super(message);
  }
}

/** "in 40 seconds", "in about 3 hours". */
export function inWords(seconds: number): string {
  if (seconds < 90) return `in ${Math.max(1, Math.round(seconds))} seconds`;
  if (seconds < 5400) return `in about ${Math.round(seconds / 60)} minutes`;
  return `in about ${Math.round(seconds / 3600)} hours`;
}

async function refusalOf(answer: Response): Promise<Refusal> {
  let detail = '';
  try {
    detail = String(((await answer.json()) as { detail?: unknown }).detail ?? '');
  } catch {
    // The body is no problem document; the status says enough.
  }
  const after = Number(answer.headers.get('retry-after'));
  const retry = Number.isFinite(after) && after > 0 ? after : null;
  if (answer.status === 429) {
    const when = retry === null ? '' : ` You can go on ${inWords(retry)}.`;
    const said = detail.replace(/; try again in \d+ s$/, '') || 'That was the limit for now';
    return new Refusal(429, `${said.charAt(0).toUpperCase()}${said.slice(1)}${/[.!?]$/.test(said) ? '' : '.'}${when}`, retry);
  }
  if (answer.status === 401 || answer.status === 403) {
    return new Refusal(
      answer.status,
      `${detail || 'This needs a login.'} Open the login link that the server printed in its terminal, then try again.`,
      null,
    );
  }
  return new Refusal(answer.status, detail || `The server answered ${answer.status}.`, retry);
}

export async function call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Refusal(0, 'The server cannot be reached. Is it still running?', null);
  }
  if (!answer.ok) throw await refusalOf(answer);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

/** Paths of absolute addresses: the page may be reached by another name than the server knows. */
export function local(url: string): string {
  const parsed = new URL(url, location.href);
  return parsed.pathname + parsed.search;
}

const ASYNC = { prefer: 'respond-async' };

export const api = {
  generate: (prompt: string, preferences: Record<string, unknown> = {}) =>
    call<Accepted | GameAnswer>('POST', '/api/v1/generate', { prompt, ...(Object.keys(preferences).length ? { preferences } : {}) }, ASYNC),
  iterate: (game: GameAnswer, message: string) =>
    call<Accepted | GameAnswer>('POST', '/api/v1/iterate', { game_id: game.game_id, message, current_config: game.raku_config }),
  game: (id: string) => call<GameAnswer>('GET', `/api/v1/games/${id}`),
  games: (offset: number, limit: number) =>
    call<{ items: GameItem[]; total: number }>('GET', `/api/v1/games?offset=${offset}&limit=${limit}`),
  remove: (id: string) => call<void>('DELETE', `/api/v1/games/${id}`),
  versions: (id: string) => call<{ items: VersionItem[] }>('GET', `/api/v1/games/${id}/versions?limit=50`),
  restore: (id: string, version: number) => call<GameAnswer>('POST', `/api/v1/games/${id}/versions/${version}/restore`),
  share: (id: string, shared: boolean) => call<{ shared: boolean; play_url: string }>('POST', `/api/v1/games/${id}/share`, { shared }),
};

/** Follow a piece of work to its end; resolves with what the service says of it (for an edit, its receipt). */
export function follow(accepted: Accepted, onStage: (stage: string) => void): Promise<Partial<GameAnswer>> {
  return new Promise((resolve, reject) => {
    const source = new EventSource(local(accepted.progress_url));
    let failures = 0;
    source.addEventListener('stage', (event) => {
      failures = 0;
      onStage((JSON.parse((event as MessageEvent<string>).data) as { stage: string }).stage);
    });
    source.addEventListener('complete', (event) => {
      source.close();
      resolve(JSON.parse((event as MessageEvent<string>).data) as Partial<GameAnswer>);
    });
    source.addEventListener('error_event', (event) => {
      source.close();
      const data = JSON.parse((event as MessageEvent<string>).data) as { detail?: string; status?: number };
      reject(new Refusal(data.status ?? 500, data.detail ?? 'Making this game failed.', null));
    });
    source.onerror = () => {
      // The stream reconnects by itself; only a server that stays away is given up.
      if (++failures < 5) return;
      source.close();
      reject(new Refusal(0, 'The connection to the server was lost.', null));
    };
  });
}
