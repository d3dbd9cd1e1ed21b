/** Worlds with their covers: one's own, and those that others have made public. */
import { local } from './api';
import { el } from './dom';
import { type PublicWorld, type World, worlds } from './worlds_api';

const PAGE = 12;

interface Shelf<T> {
  load(cursor: string | null): Promise<{ worlds: T[]; nextCursor: string | null }>;
  card(world: T): HTMLElement;
}

function cover(world: PublicWorld): HTMLElement {
  const frame = el('span', { class: 'cover' });
  if (world.cover !== null) {
    const picture = el('img', { src: local(world.cover), alt: '', loading: 'lazy', decoding: 'async' });
    picture.addEventListener('error', () => picture.remove());
    frame.append(picture);
  }
  return frame;
}

export class WorldGallery<T> {
  readonly element: HTMLElement;
  private readonly grid = el('ul', {});
  private readonly more = el('button', { type: 'button', hidden: true, onclick: () => void this.load() }, 'Show more');
  private cursor: string | null = null;
  private shown = 0;

  constructor(
    title: string,
    private readonly shelf: Shelf<T>,
  ) {
    this.element = el('section', { class: 'gallery', 'aria-label': title, hidden: true }, el('h2', {}, title), this.grid, this.more);
  }

  async refresh(): Promise<void> {
    this.cursor = null;
    this.shown = 0;
    await this.load();
  }

  private async load(): Promise<void> {
    try {
      const answer = await this.shelf.load(this.cursor);
      const cards = answer.worlds.map((world) => this.shelf.card(world));
      if (this.shown === 0) this.grid.replaceChildren(...cards);
      else this.grid.append(...cards);
      this.shown += cards.length;
      this.cursor = answer.nextCursor;
      this.more.hidden = this.cursor === null;
    } catch {
      // A visitor who may not have worlds has no shelf to see.
    }
    this.element.hidden = this.shown === 0;
  }
}

export function ownWorlds(onOpen: (world: World) => void, onGone: () => void): WorldGallery<World> {
  const card = (world: World): HTMLElement => {
    const open = el(
      'button',
      { type: 'button', class: 'open', onclick: () => onOpen(world) },
      cover(world),
      el('strong', {}, world.name),
      el('span', {}, world.visibility === 'private' ? 'World' : `World · ${world.visibility}`),
    );
    const remove = el('button', { type: 'button', class: 'remove', 'aria-label': `Delete ${world.name}`, title: 'Delete' }, '×');
    remove.addEventListener('click', () => {
      if (confirm(`Delete "${world.name}" for good?`)) void worlds.remove(world.id).then(onGone);
    });
    return el('li', {}, open, remove);
  };
  return new WorldGallery('Your worlds', { load: (cursor) => worlds.mine(cursor, PAGE), card });
}

export function publicWorlds(): WorldGallery<PublicWorld> {
  const card = (world: PublicWorld): HTMLElement =>
    el(
      'li',
      {},
      el('a', { class: 'open', href: `/worlds/${world.slug}` }, cover(world), el('strong', {}, world.name), el('span', {}, 'Play')),
    );
  return new WorldGallery('Worlds everybody may play', { load: (cursor) => worlds.everybodys(cursor, PAGE), card });
}
