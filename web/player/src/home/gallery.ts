/** One's games, with pictures. */
import { api, type GameItem } from './api';
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
    // A card without its picture still has its name; one that was changed is asked for anew.
    const picture = el('img', {
      src: `/play/${item.game_id}/picture.png?v=${item.version}`,
      alt: '',
      loading: 'lazy',
      decoding: 'async',
    });
    picture.addEventListener('error', () => picture.remove());
    const frame = el('span', { class: 'cover' }, picture);
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
    return card;
  }
}
