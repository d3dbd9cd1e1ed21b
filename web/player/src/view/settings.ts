/** What a player's browser remembers: sound, volumes, motion, best scores. Works without storage (private windows). */

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is refused: the setting lasts as long as the page.
  }
}

/** A share that was stored, 1 where there is none. */
function share(key: string): number {
  const stored = read(key);
  const value = stored === null ? Number.NaN : Number(stored);
  return value >= 0 && value <= 1 ? value : 1;
}

export type Volume = 'music' | 'effects';

export class Settings {
  muted = read('mb:muted') === '1';
  /** Volumes, 0-1. */
  music = share('mb:music');
  effects = share('mb:effects');
  reducedMotion: boolean;

  constructor() {
    const stored = read('mb:reduced-motion');
    this.reducedMotion = stored === null ? matchMedia('(prefers-reduced-motion: reduce)').matches : stored === '1';
  }

  setMuted(muted: boolean): void {
    this.muted = muted;
    write('mb:muted', muted ? '1' : '0');
  }

  setVolume(which: Volume, value: number): void {
    this[which] = Math.min(1, Math.max(0, value));
    write(`mb:${which}`, String(this[which]));
  }

  setReducedMotion(reduced: boolean): void {
    this.reducedMotion = reduced;
    write('mb:reduced-motion', reduced ? '1' : '0');
  }

  best(gameId: string): number {
    return Number(read(`mb:best:${gameId}`) ?? 0);
  }

  /** @returns whether the score is a new best. */
  offerBest(gameId: string, score: number): boolean {
    if (score <= this.best(gameId)) return false;
    write(`mb:best:${gameId}`, String(score));
    return true;
  }
}
