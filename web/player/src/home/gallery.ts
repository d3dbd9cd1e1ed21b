/** One's games, with pictures. */
import type { Boot } from '../boot';
import { canvasOf } from '../view/textures';
import { api, type GameItem } from './api';
import { cover } from './cover';
import { el } from './dom';
import { kindName } from './words';

const PAGE = 12;

export class Gallery {
  readonly element = el('section', { class: 'gallery', 'aria-label': 'Your games', hidden: true });
  private readonly grid = el('ul', {});
  private readonly more = el('button', { type: 'button', hidden: true, onclick: () => void this.load() }, 'Show more');
  private shown = 0;

  constructor(private readonly onOpen: (id: string) => void) {
    this.element.append(el('h2', {}, 'Your games'), this.grid, this.more);
  }

  async refresh(): Promise<void> {
    this.shown = 0;
    await this.load();
  }

  private async load(): Promise<void> {
    let answer: { items: GameItem[]; total: number };
    try {
      answer = await api.games(this.shown, PAGE);
    } catch {
      // A visitor without games of their own has no gallery to see.
      return;
    }
    const cards = answer.items.map((item) => this.card(item));
    if (this.shown === 0) this.grid.replaceChildren(...cards);
    else this.grid.append(...cards);
    this.shown += answer.items.length;
    this.element.hidden = answer.total === 0;
    this.more.hidden = this.shown >= answer.total;
  }

  private card(item: GameItem): HTMLElement {
    const frame = el('span', { class: 'cover' });
    const open = el(
      'button',
      { type: 'button', class: 'open', onclick: () => this.onOpen(item.game_id) },
      frame,
      el('strong', {}, item.title),
      el('span', {}, kindName(item.kind)),
    );
    const remove = el('button', { type: 'button', class: 'remove', 'aria-label': `Delete ${item.title}`, title: 'Delete' }, '×');
    const card = el('li', {}, open, remove);
    remove.addEventListener('click', () => {
      if (!confirm(`Delete "${item.title}" for good?`)) return;
      void api.remove(item.game_id).then(() => {
        card.remove();
        void this.refresh();
      });
    });
    whenSeen(frame, () => void picture(item.game_id, frame));
    return card;
  }
}

/** The server's picture if it has one, else one drawn here from the game. */
async function picture(id: string, frame: HTMLElement): Promise<void> {
  try {
    const answer = await fetch(`/play/${id}/game.json`, { credentials: 'same-origin', headers: { accept: 'application/json' } });
    if (!answer.ok) return;
    const boot = (await answer.json()) as Boot;
    const canvas = canvasOf(cover(boot.config));
    canvas.setAttribute('aria-hidden', 'true');
    frame.replaceChildren(canvas);
  } catch {
    // Without its picture a card still has its name.
  }
}

function whenSeen(element: HTMLElement, run: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((e) => e.isIntersecting)) return;
    observer.disconnect();
    run();
  });
  observer.observe(element);
}
