/** What one may do with a world beside playing it: see its whole graph, play it as a game, take a copy. On its own page only. */
import { el } from './dom';

export interface Tools {
  worldId: string;
  slug: string;
  /** The graph's revision. */
  rev: string;
  /** Whether the visitor is somebody who can make and keep things here. */
  user: boolean;
  owner: boolean;
}

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

const LOOK_EVERY = 700;

async function call(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Record<string, unknown> };
}

/** The path of an absolute address: the page may be reached by another name than the server knows. */
function local(url: unknown): string {
  const parsed = new URL(String(url), location.href);
  return parsed.pathname + parsed.search;
}

export class More {
  readonly element = el('dialog', { class: 'more', 'aria-label': 'More about this world' });
  private readonly said = el('p', { class: 'said', role: 'status' });
  private readonly picture = el('div', { class: 'graph', tabindex: '0', role: 'region', 'aria-label': 'The graph of this world' });

  constructor(private readonly tools: Tools) {
    const row = el('div', { class: 'row' });
    const button = (label: string, work: () => void): void => {
      const made = el('button', { type: 'button', class: 'choice' }, label);
      made.addEventListener('click', work);
      row.append(made);
    };
    button('Show the whole graph', () => this.graph());
    if (tools.user) {
      button('Play as a game', () => void this.game());
      button(tools.owner ? 'Make a copy' : 'Make a copy of my own', () => void this.fork());
    }
    const close = el('button', { type: 'button', class: 'tool' }, 'Close');
    close.addEventListener('click', () => this.element.close());
    this.picture.hidden = true;
    const home = el('a', { href: '/', class: 'tool' }, 'Make another');
    this.element.append(el('h3', {}, 'More'), row, this.said, this.picture, el('div', { class: 'row' }, home, close));
  }

  open(): void {
    this.said.textContent = '';
    this.element.showModal();
  }

  private graph(): void {
    this.picture.hidden = false;
    const alt = 'Places in columns by their distance from the entrance; the shortest way to win is thick and green, and listed below.';
    this.picture.replaceChildren(el('img', { src: `/worlds/${encodeURIComponent(this.tools.slug)}/graph.svg`, alt }));
    this.said.textContent = 'Every place, and the shortest way to win.';
    this.picture.focus();
  }

  private async game(): Promise<void> {
    this.busy(true, 'Its places become levels, and a bot plays them …');
    try {
      const made = await call('POST', `/v1/worlds/${this.tools.worldId}/games`, {});
      if (made.status === 202) await this.follow(local(made.body.status_url));
      else if (made.status !== 201) return this.refuse(made);
      location.assign(`/play/${String(made.body.game_id)}`);
    } catch {
      this.busy(false, 'The server cannot be reached now.');
    }
  }

  private async follow(address: string): Promise<void> {
    for (;;) {
      await new Promise((resolve) => window.setTimeout(resolve, LOOK_EVERY));
      const now = await call('GET', address);
      if (now.body.status === 'complete') return;
      if (now.status >= 400 || now.body.status === 'failed' || now.body.status === 'cancelled') throw new Error('not made');
    }
  }

  private async fork(): Promise<void> {
    this.busy(true, 'Copying …');
    const made = await call('POST', `/v1/worlds/${this.tools.worldId}/forks`, {}).catch(() => ({ status: 0, body: {} }) as Answer);
    if (made.status === 201) location.assign(`/#/world/${String(made.body.worldId)}`);
    else this.refuse(made);
  }

  private refuse(answer: Answer): void {
    const why = typeof answer.body.detail === 'string' ? answer.body.detail : `The server answered ${answer.status}.`;
    this.busy(false, why.charAt(0).toUpperCase() + why.slice(1));
  }

  private busy(busy: boolean, text: string): void {
    this.said.textContent = text;
    for (const one of this.element.querySelectorAll<HTMLButtonElement>('.row .choice')) one.disabled = busy;
  }
}
