/** What a player's browser remembers: sound, motion, best scores. Works without storage (private windows). */

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

export class Settings {
  muted = read('mb:muted') === '1';
  reducedMotion: boolean;

  constructor() {
    const stored = read('mb:reduced-motion');
    this.reducedMotion = stored === null ? matchMedia('(prefers-reduced-motion: reduce)').matches : stored === '1';
  }

  setMuted(muted: boolean): void {
    this.muted = muted;
    write('mb:muted', muted ? '1' : '0');
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
