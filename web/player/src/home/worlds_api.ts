/** The worlds' calls, as the home page uses them. */
import { call, Refusal } from './api';
import type { WorldVersion } from './world_past';

export interface World {
  id: string;
  slug: string;
  name: string;
  description: string | null;
  cover: string | null;
  visibility: Visibility;
}

export type Visibility = 'private' | 'unlisted' | 'public';

export interface PublicWorld {
  id: string;
  slug: string;
  name: string;
  cover: string | null;
}

interface Job {
  jobId: string;
  status: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  phase: string | null;
  worldId: string | null;
  error: string | null;
}

interface Page<T> {
  worlds: T[];
  nextCursor: string | null;
}

/** A typical world is made in a second; one that has to wait its turn is looked after less often. ms. */
const FIRST_LOOK = 600;
const LAST_LOOK = 2_000;
const SLOWER = 1.5;
/** How many looks in a row may fail before the work is given up. */
const PATIENCE = 5;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The job when it is over. Too many questions in a minute, or a server away for a moment, do not end the work that goes on there. */
async function ended(begun: Job, onStage: (stage: string) => void): Promise<Job> {
  let job = begun;
  let wait = FIRST_LOOK;
  let failures = 0;
  while (job.status === 'queued' || job.status === 'running') {
    if (job.phase !== null) onStage(job.phase);
    await pause(wait);
    wait = Math.min(LAST_LOOK, wait * SLOWER);
    try {
      job = await call<Job>('GET', `/v1/jobs/${job.jobId}`);
      failures = 0;
    } catch (error) {
      const passing = error instanceof Refusal && (error.status === 0 || error.status === 429 || error.status === 503);
      if (!passing || ++failures > PATIENCE) throw error;
      wait = Math.max(wait, (error.retryAfter ?? 0) * 1_000);
    }
  }
  return job;
}

const paged = (path: string, cursor: string | null, limit: number): string =>
  `${path}?limit=${limit}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;

/** How a premise is taken, and what of it a story cannot be right without was guessed. */
export interface Reading {
  sentence: string;
  guessed: ('player' | 'goal')[];
  seed: number;
}

export const worlds = {
  /** Say how a premise would be taken by a world of the seed that is answered; null where that takes too long to wait for. */
  async read(premise: string): Promise<Reading | null> {
    try {
      return await call<Reading>('POST', '/v1/worlds/readings', { premise });
    } catch (error) {
      if (error instanceof Refusal && error.status === 504) return null;
      throw error;
    }
  },
  /** Make one; `onStage` is told what is being done. Resolves with its id. */
  async make(premise: string, seed: number | null, onStage: (stage: string) => void): Promise<string> {
    const job = await ended(await call<Job>('POST', '/v1/worlds', { premise, ...(seed === null ? {} : { seed }), async: true }), onStage);
    if (job.status !== 'succeeded' || job.worldId === null) throw new Refusal(422, job.error ?? 'Making this world failed.', null);
    return job.worldId;
  },
  mine: (cursor: string | null, limit: number) => call<Page<World>>('GET', paged('/v1/worlds', cursor, limit)),
  everybodys: (cursor: string | null, limit: number) => call<Page<PublicWorld>>('GET', paged('/v1/gallery/worlds', cursor, limit)),
  describe: (id: string, changes: Partial<World>) => call<World>('PATCH', `/v1/worlds/${id}`, changes),
  /** How its premise was read, in one plain sentence, and whether who plays or what is to be done was guessed; null where that was not kept. */
  async reading(id: string): Promise<{ sentence: string; guessed: boolean } | null> {
    const world = await call<{ metadata?: { understood?: { sentence?: string; assumed?: string[] } } }>('GET', `/v1/worlds/${id}`);
    const understood = world.metadata?.understood;
    if (!understood?.sentence) return null;
    return { sentence: understood.sentence, guessed: ['player', 'goal'].some((one) => understood.assumed?.includes(one)) };
  },
  edit: (id: string, instruction: string) => call<{ reply: string }>('POST', `/v1/worlds/${id}/edit`, { instruction }),
  versions: (id: string) => call<{ versions: WorldVersion[]; head: string | null }>('GET', `/v1/worlds/${id}/versions`),
  checkOut: (id: string, versionId: string) => call<unknown>('POST', `/v1/worlds/${id}/checkout`, { versionId }),
  remove: (id: string) => call<unknown>('DELETE', `/v1/worlds/${id}`),
};
