/** Speaking with the page that embeds this one: only with the origin that the token is for, or that the embedding page said. */

export type Told =
  /** The page runs: the embedding one may wait for what comes of it. */
  | { type: 'hello' }
  | { type: 'ready'; worldId: string; name: string }
  | { type: 'choice'; event: string; label: string; seq: number }
  | { type: 'state'; state: string; visited: number }
  | { type: 'ending'; kind: string; title: string; subtitle: string | null }
  | { type: 'ended' }
  | { type: 'error'; code: string; message: string }
  | { type: 'token' };

export interface Asked {
  /** A fresh token, or null: there is none. */
  onToken(token: string | null): void;
  /** The page lets an event of the world happen. */
  onEvent(name: string): void;
  onTheme(theme: Record<string, string>): void;
}

const MARK = 'makebelieve';

export class Host {
  constructor(
    private readonly origin: string | null,
    asked: Asked,
    private readonly above: Window | null = window.parent === window ? null : window.parent,
  ) {
    if (this.above === null || origin === null) return;
    window.addEventListener('message', (message) => {
      if (message.origin !== origin || message.source !== this.above) return;
      const said = message.data as { makebelieve?: string; type?: string } & Record<string, unknown>;
      if (said?.makebelieve !== MARK) return;
      if (said.type === 'token') asked.onToken(typeof said.token === 'string' ? said.token : null);
      else if (said.type === 'event' && typeof said.name === 'string') asked.onEvent(said.name);
      else if (said.type === 'theme' && typeof said.theme === 'object' && said.theme !== null)
        asked.onTheme(said.theme as Record<string, string>);
    });
  }

  get embedded(): boolean {
    return this.above !== null && this.origin !== null;
  }

  tell(told: Told): void {
    if (this.above !== null && this.origin !== null) this.above.postMessage({ makebelieve: MARK, ...told }, this.origin);
  }
}
