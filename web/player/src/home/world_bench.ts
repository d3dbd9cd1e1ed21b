/** A made world: played in a frame, changed with a sentence, taken back to an earlier version, shown to others or not. */
import { Refusal } from './api';
import { el } from './dom';
import { before, proposals } from './proposals';
import { Past, type Step, stepOf } from './world_past';
import { type Visibility, type World, worlds } from './worlds_api';

const SEEN: readonly (readonly [Visibility, string])[] = [
  ['private', 'Only I can play it'],
  ['unlisted', 'Whoever has the link can play it'],
  ['public', 'Everybody sees it on this page'],
];

export class WorldBench {
  readonly element = el('section', { class: 'bench world-bench', 'aria-label': 'Your world' });
  private world: World | null = null;
  private readonly stage = el('iframe', { class: 'bench-game', title: 'The world', allow: 'fullscreen; autoplay' });
  private readonly facts = el('header', { class: 'bench-facts bench-head' });
  private readonly log = el('div', { class: 'bench-log', 'aria-live': 'polite' });
  private readonly input = el('textarea', {
    id: 'world-edit',
    rows: '2',
    maxlength: '2000',
    placeholder: 'make it snow · rename the world to Nine Lives · add a secret cellar to the kitchen',
  });
  private readonly send = el('button', { type: 'submit', class: 'main' }, 'Change it');
  private readonly undo = el('button', { type: 'button', onclick: () => void this.step('undo') }, 'Undo');
  private readonly redo = el('button', { type: 'button', onclick: () => void this.step('redo') }, 'Redo');
  private readonly reading = el('textarea', { id: 'world-reading', rows: '2', maxlength: '2000' });
  private readonly read = el('form', { class: 'bench-edit bench-read', hidden: true });
  private readonly doubt = el('small', {});
  private readonly history = el('details', { class: 'bench-history' }, el('summary', {}, 'Versions'));
  private past = new Past();
  private busy = false;
  private readonly seen = el('select', { id: 'seen' });
  private readonly link = el('a', { target: '_blank', rel: 'noopener' }, 'Open its own page');

  constructor(
    private readonly onChanged: () => void,
    onPremise: (premise: string) => void,
  ) {
    this.read.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.reading.value.trim() !== '') onPremise(this.reading.value.trim());
    });
    this.read.append(
      el('label', { for: 'world-reading' }, 'Taken like this'),
      this.reading,
      el('div', { class: 'row' }, el('button', { type: 'submit' }, 'Make it from this'), this.doubt),
    );
    const form = el(
      'form',
      {
        class: 'bench-edit',
        onsubmit: (event) => {
          event.preventDefault();
          void this.change(this.input.value.trim());
        },
      },
      el('label', { for: 'world-edit' }, 'What should be different?'),
      this.input,
      el('div', { class: 'row' }, this.send, this.undo, this.redo),
    );
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    this.seen.append(...SEEN.map(([value, text]) => el('option', { value }, text)));
    this.seen.addEventListener('change', () => void this.showTo(this.seen.value as Visibility));
    const sharing = el('div', { class: 'bench-facts' }, el('label', { for: 'seen' }, 'Who may play'), this.seen, this.link);
    const side = el('div', { class: 'bench-side' }, this.facts, this.read, form, this.log, this.history, sharing);
    this.element.append(el('div', { class: 'bench-screen' }, this.stage), side);
  }

  get id(): string | null {
    return this.world?.id ?? null;
  }

  show(world: World): void {
    if (this.world?.id !== world.id) {
      this.log.replaceChildren();
      this.remember(new Past());
      this.read.hidden = true;
      void this.account(world.id);
    }
    this.world = world;
    this.stage.src = `/worlds/${world.id}?at=${Date.now()}`;
    this.link.href = `/worlds/${world.slug}`;
    this.seen.value = world.visibility;
    this.facts.replaceChildren(el('h2', {}, world.name), el('p', {}, world.description ?? ''));
    void this.recall(world.id);
  }

  private async change(instruction: string): Promise<void> {
    const { world } = this;
    if (world === null || instruction === '' || this.busy) return;
    const step = stepOf(instruction);
    if (step !== null) {
      if (await this.step(step)) this.input.value = '';
      return;
    }
    await this.work(world, async () => {
      const answer = await worlds.edit(world.id, instruction);
      const proposed = proposals(answer.reply);
      this.say(proposed.length > 0 ? `${before(answer.reply)} What may be meant:` : answer.reply, '', proposed);
      // Who is asked back goes on from their own words.
      if (proposed.length === 0) this.input.value = '';
    });
  }

  private async step(step: Step): Promise<boolean> {
    const { world } = this;
    if (world === null || this.busy) return false;
    await this.recall(world.id);
    const to = this.past.to(step);
    if (to === null) {
      this.say(step === 'redo' ? 'There is nothing to redo.' : 'There is nothing to undo: this is the world as it was made.', 'refused');
      return false;
    }
    const named = (step === 'redo' ? to : this.past.current)?.title ?? 'the last change';
    const told = { undo: `Taken back: “${named}”.`, redo: `Done again: “${named}”.`, first: 'Everything is taken back.' };
    return await this.restore(to.id, told[step]);
  }

  private async restore(version: string, told: string): Promise<boolean> {
    const { world } = this;
    if (world === null || this.busy) return false;
    return await this.work(world, async () => {
      await worlds.checkOut(world.id, version);
      this.say(told, '');
    });
  }

  /** Do something to the world, and show what it is then. */
  private async work(world: World, change: () => Promise<void>): Promise<boolean> {
    this.setBusy(true);
    try {
      await change();
      this.onChanged();
      // The frame plays the graph as it was when it was opened.
      this.show({ ...world, ...(await worlds.describe(world.id, {})) });
      return true;
    } catch (error) {
      this.say(error instanceof Refusal ? error.message : String(error), 'refused');
      return false;
    } finally {
      this.setBusy(false);
    }
  }

  /** Show how the premise was read, where that is known. */
  private async account(id: string): Promise<void> {
    const taken = await worlds.reading(id).catch(() => null);
    if (this.world?.id !== id || taken === null) return;
    this.reading.value = taken.sentence;
    const plainly = 'Say plainly who must do what, where and by when.';
    this.doubt.textContent = taken.guessed ? `Part of this is a guess. ${plainly}` : `Not what you meant? ${plainly}`;
    this.read.hidden = false;
  }

  private async recall(id: string): Promise<void> {
    const found = await worlds.versions(id).catch(() => null);
    if (this.world?.id === id && found !== null) this.remember(new Past(found.versions, found.head));
  }

  private remember(past: Past): void {
    this.past = past;
    const list = el('ol', {});
    for (const version of past.versions) {
      const title = version.title ?? 'A version without a name';
      const item = el('li', {}, `${title} `);
      if (version.id === past.head) item.append(el('em', {}, 'now'));
      else {
        const back = (): void => void this.restore(version.id, `Back to “${title}”.`);
        item.append(el('button', { type: 'button', onclick: back }, 'Go back to this'));
      }
      list.append(item);
    }
    this.history.replaceChildren(el('summary', {}, `Versions (${past.versions.length})`), list);
    this.setBusy(this.busy);
  }

  private setBusy(busy: boolean): void {
    this.busy = busy;
    this.send.disabled = busy;
    this.undo.disabled = busy || this.past.to('undo') === null;
    this.redo.disabled = busy || this.past.to('redo') === null;
    for (const one of this.log.querySelectorAll<HTMLButtonElement>('.proposed button')) one.disabled = busy;
    this.element.classList.toggle('busy', busy);
  }

  private async showTo(visibility: Visibility): Promise<void> {
    if (this.world === null) return;
    try {
      const now = await worlds.describe(this.world.id, { visibility });
      this.world = { ...this.world, visibility: now.visibility };
      this.say((SEEN.find(([value]) => value === now.visibility) as readonly [string, string])[1], '');
      this.onChanged();
    } catch (error) {
      this.seen.value = this.world.visibility;
      this.say(error instanceof Error ? error.message : String(error), 'refused');
    }
  }

  private say(text: string, kind: string, proposed: readonly string[] = []): void {
    for (const old of this.log.querySelectorAll('.proposed')) old.remove();
    const entry = el('div', { class: `entry ${kind}` }, el('p', {}, text));
    if (proposed.length > 0) {
      const press = (one: string): HTMLElement =>
        el('button', { type: 'button', disabled: this.busy, onclick: () => void this.change(one) }, one);
      entry.append(el('div', { class: 'row proposed', role: 'group', 'aria-label': 'What may be meant' }, ...proposed.map(press)));
    }
    this.log.prepend(entry);
  }
}
