/** The run: in by a session token, choices over a WebSocket, by calls where there is none, and in again after a break. */
import type { Connected, Happened, Situation } from './model';

const PING_EVERY = 20_000;
const OPEN_WITHIN = 4_000;
const RETRY = [250, 500, 1_000, 2_000, 3_000];

export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export interface Turn {
  happened: Happened | null;
  situation: Situation;
}

export interface SessionEvents {
  onTurn(turn: Turn): void;
  /** `away`: the server cannot be reached now; it is tried again. */
  onAway(away: boolean): void;
  /** The run is over for good: settled, or the token is not good any more and nobody gives another. */
  onOver(reason: Refused): void;
  /** A fresh session token, or null when there is none to be had. */
  renew(): Promise<string | null>;
}

interface Waiting {
  resolve(turn: Turn): void;
  reject(error: Error): void;
}

/** One problem answer of the server as an error. */
async function problemOf(answer: Response): Promise<Refused> {
  const body = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string };
  return new Refused(body.code ?? 'failed', body.detail ?? answer.statusText, answer.status);
}

/** A call. Throws Refused where the server cannot be reached. */
async function fetched(address: string, call: RequestInit, code = 'unreachable'): Promise<Response> {
  try {
    return await fetch(address, call);
  } catch {
    throw new Refused(code, 'The server cannot be reached now. Try again in a moment.', 0);
  }
}

export class Session {
  private socket: WebSocket | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private next = 1;
  private tries = 0;
  private pinging = 0;
  private closed = false;
  private sockets = true;
  joined!: Connected;

  constructor(
    private token: string,
    /** The origin of the page that shows this one in a frame. */
    private readonly embedder: string | null,
    private readonly events: SessionEvents,
    private readonly base = '',
  ) {}

  /** Swap the session token for the world and a place in it. Throws Refused. */
  async join(resume?: string): Promise<Connected> {
    const answer = await fetched(`${this.base}/v1/sessions/connect`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...(resume && { resume }), ...(this.embedder && { embedOrigin: this.embedder }) }),
    });
    if (!answer.ok) throw await problemOf(answer);
    this.joined = (await answer.json()) as Connected;
    return this.joined;
  }

  /**
   * The same, with a fresh token where the one that came with the page is not good any more and somebody gives another.
   * `refused`: the page came with this refusal of its token. Throws Refused.
   */
  async enter(refused: Refused | null): Promise<Connected> {
    try {
      if (refused !== null) throw refused;
      return await this.join();
    } catch (error) {
      if (!(error instanceof Refused) || (error.status !== 401 && error.status !== 410)) throw error;
      const token = await this.events.renew().catch(() => null);
      if (token === null) throw error;
      this.token = token;
      return await this.join();
    }
  }

  /** Open the channel; a browser or network without WebSockets plays by calls. */
  async open(): Promise<void> {
    this.pinging = window.setInterval(() => void this.beat(), PING_EVERY);
    window.addEventListener('pagehide', this.leave);
    if (!(await this.dial())) this.sockets = false;
  }

  choose(event: string, auto = false): Promise<Turn> {
    return this.ask({ type: 'choose', event, auto }, 'choices', { event, auto });
  }

  say(event: string, text: string): Promise<Turn> {
    return this.ask({ type: 'say', event, text }, 'say', { event, text });
  }

  restart(): Promise<Turn> {
    return this.ask({ type: 'restart' }, 'restart', {});
  }

  /** Settle the seconds and say no more. */
  readonly leave = (): void => {
    if (this.closed) return;
    this.close();
    // The page may be going away: only a beacon is sure to be sent.
    const body = new Blob([JSON.stringify({ token: this.token })], { type: 'application/json' });
    if (!navigator.sendBeacon(`${this.base}/v1/sessions/end`, body))
      void fetch(`${this.base}/v1/sessions/end`, { method: 'POST', body, keepalive: true });
  };

  private close(): void {
    this.closed = true;
    window.clearInterval(this.pinging);
    window.removeEventListener('pagehide', this.leave);
    this.socket?.close();
  }

  private ask(message: Record<string, unknown>, path: string, body: unknown): Promise<Turn> {
    if (!this.sockets || this.socket?.readyState !== WebSocket.OPEN) return this.call(path, body);
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket?.send(JSON.stringify({ ...message, id }));
    });
  }

  private async call(path: string, body: unknown): Promise<Turn> {
    const headers = { Authorization: `Bearer ${this.joined.reactorJwt}`, 'Content-Type': 'application/json' };
    const call = { method: 'POST', headers, body: JSON.stringify(body) };
    // With a channel to fall back on the notice is up already, and it is tried again there.
    const answer = await fetched(`${this.base}/v1/sessions/${path}`, call, this.sockets ? 'away' : 'unreachable');
    if (answer.ok) return (await answer.json()) as Turn;
    const refused = await problemOf(answer);
    if (refused.status === 410 || refused.status === 401) await this.again(refused);
    throw refused;
  }

  private async beat(): Promise<void> {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify({ type: 'ping' }));
    else if (!this.sockets) await this.call('heartbeat', {}).catch(() => undefined);
  }

  /** Whether a WebSocket could be opened and has greeted. */
  private dial(): Promise<boolean> {
    const address = new URL(`${this.base || location.origin}/v1/sessions/play`, location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    return new Promise((resolve) => {
      let socket: WebSocket;
      try {
        socket = new WebSocket(address);
      } catch {
        resolve(false);
        return;
      }
      const late = window.setTimeout(() => socket.close(), OPEN_WITHIN);
      let greeted = false;
      socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', token: this.joined.reactorJwt }));
      socket.onmessage = (message) => {
        const said = JSON.parse(String(message.data)) as { type: string } & Record<string, unknown>;
        if (said.type === 'situation') {
          greeted = true;
          window.clearTimeout(late);
          this.socket = socket;
          this.tries = 0;
          this.events.onAway(false);
          this.events.onTurn({ happened: null, situation: said.situation as Situation });
          resolve(true);
        } else this.hear(said);
      };
      socket.onclose = (event) => {
        window.clearTimeout(late);
        this.forget();
        if (!greeted) resolve(false);
        if (this.closed) return;
        if (event.code === 4410 || event.code === 4401)
          void this.again(new Refused('session_ended', 'This session has ended.', event.code - 4000));
        else if (greeted) void this.redial();
      };
    });
  }

  private hear(said: Record<string, unknown> & { type: string }): void {
    const waiting = this.waiting.get(said.id as number);
    if (waiting === undefined) return;
    this.waiting.delete(said.id as number);
    if (said.type === 'turn') waiting.resolve({ happened: said.happened as Happened, situation: said.situation as Situation });
    else waiting.reject(new Refused(String(said.code), String(said.detail), 409));
  }

  private forget(): void {
    this.socket = null;
    for (const waiting of this.waiting.values()) waiting.reject(new Refused('away', 'The connection broke.', 0));
    this.waiting.clear();
  }

  private async redial(): Promise<void> {
    this.events.onAway(true);
    while (!this.closed) {
      const pause = RETRY[Math.min(this.tries, RETRY.length - 1)] ?? 8_000;
      this.tries += 1;
      await new Promise((resolve) => window.setTimeout(resolve, pause));
      if (this.closed || (await this.dial())) return;
    }
  }

  /** The run cannot go on with what we hold: ask for another token, and go on from where it stood. */
  private async again(reason: Refused): Promise<void> {
    if (this.closed) return;
    const token = await this.events.renew().catch(() => null);
    if (token === null) {
      this.close();
      this.events.onOver(reason);
      return;
    }
    this.token = token;
    try {
      const joined = await this.join(this.joined.sessionId);
      this.events.onTurn({ happened: null, situation: joined.situation });
      if (this.sockets) await this.dial();
    } catch (error) {
      this.close();
      this.events.onOver(error instanceof Refused ? error : reason);
    }
  }
}
