import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { worlds } from '../src/home/worlds_api';

const job = (status: string): Record<string, unknown> => ({
  jobId: 'j',
  status,
  phase: 'paint',
  worldId: status === 'succeeded' ? 'w' : null,
  error: null,
});
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });

describe('making a world', () => {
  const asked: string[] = [];
  let answers: (Response | Error)[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    asked.length = 0;
    vi.stubGlobal('fetch', async (path: string) => {
      asked.push(path);
      const next = answers.shift() ?? answer(200, job('running'));
      if (next instanceof Error) throw next;
      return next;
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('waits out a limit and a break, for the work goes on', async () => {
    answers = [
      answer(202, job('queued')),
      answer(200, job('running')),
      answer(429, { detail: 'at most 60 requests a minute' }, { 'retry-after': '9' }),
      new TypeError('failed to fetch'),
      answer(200, job('succeeded')),
    ];
    const made = worlds.make('a fox', 7, () => undefined);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked.length).toBe(3);
    await vi.advanceTimersByTimeAsync(20_000);
    await expect(made).resolves.toBe('w');
  });

  it('asks less and less often, so that a long wait uses up no limit', async () => {
    answers = [answer(202, job('queued'))];
    void worlds.make('a fox', 7, () => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked.length).toBeLessThan(40);
  });

  it('gives up what is refused, and a server that stays away', async () => {
    answers = [answer(202, job('queued')), answer(404, { detail: 'gone' })];
    const refused = expect(worlds.make('a fox', 7, () => undefined)).rejects.toThrow('gone');
    await vi.advanceTimersByTimeAsync(5_000);
    await refused;
    answers = [answer(202, job('queued')), ...Array.from({ length: 6 }, () => new TypeError('failed to fetch'))];
    const away = expect(worlds.make('a fox', 7, () => undefined)).rejects.toThrow('cannot be reached');
    await vi.advanceTimersByTimeAsync(30_000);
    await away;
  });

  it('does without a reading that takes too long, and makes the world of the premise alone', async () => {
    answers = [answer(504, { detail: 'the premise is still being read; ask again' }), answer(403, { detail: 'no' })];
    await expect(worlds.read('a fox')).resolves.toBeNull();
    await expect(worlds.read('a fox')).rejects.toThrow('no');
  });
});
