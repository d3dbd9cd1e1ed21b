/** The worlds' calls, as the home page uses them. */
import { call, Refusal } from './api';

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

const LOOK_EVERY = 350;

const paged = (path: string, cursor: string | null, limit: number): string =>
  `${path}?limit=${limit}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;

export const worlds = {
  /** Make one; `onStage` is told what is being done. Resolves with its id. */
  async make(premise: string, onStage: (stage: string) => void): Promise<string> {
    let job = await call<Job>('POST', '/v1/worlds', { premise, async: true });
    while (job.status === 'queued' || job.status === 'running') {
      if (job.phase !== null) onStage(job.phase);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      job = await call<Job>('GET', `/v1/jobs/${job.jobId}`);
    }
    if (job.status !== 'succeeded' || job.worldId === null) throw new Refusal(422, job.error ?? 'Making this world failed.', null);
    return job.worldId;
  },
  mine: (cursor: string | null, limit: number) => call<Page<World>>('GET', paged('/v1/worlds', cursor, limit)),
  everybodys: (cursor: string | null, limit: number) => call<Page<PublicWorld>>('GET', paged('/v1/gallery/worlds', cursor, limit)),
  describe: (id: string, changes: Partial<World>) => call<World>('PATCH', `/v1/worlds/${id}`, changes),
  edit: (id: string, instruction: string) => call<{ reply: string }>('POST', `/v1/worlds/${id}/edit`, { instruction }),
  remove: (id: string) => call<unknown>('DELETE', `/v1/worlds/${id}`),
};
