/** A made world: played in a frame, changed with a sentence, shown to others or not. */
import { Refusal } from './api';
import { el } from './dom';
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
  private readonly seen = el('select', { id: 'seen' });
  private readonly link = el('a', { target: '_blank', rel: 'noopener' }, 'Open its own page');

  constructor(private readonly onChanged: () => void) {
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
      el('div', { class: 'row' }, this.send),
    );
    this.input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    this.seen.append(...SEEN.map(([value, text]) => el('option', { value }, text)));
    this.seen.addEventListener('change', () => void this.showTo(this.seen.value as Visibility));
    const sharing = el('div', { class: 'bench-facts' }, el('label', { for: 'seen' }, 'Who may play'), this.seen, this.link);
    const side = el('div', { class: 'bench-side' }, this.facts, form, this.log, sharing);
    this.element.append(el('div', { class: 'bench-screen' }, this.stage), side);
  }

  get id(): string | null {
    return this.world?.id ?? null;
  }

  show(world: World): void {
    if (this.world?.id !== world.id) this.log.replaceChildren();
    this.world = world;
    this.stage.src = `/worlds/${world.id}?at=${Date.now()}`;
    this.link.href = `/worlds/${world.slug}`;
    this.seen.value = world.visibility;
    this.facts.replaceChildren(el('h2', {}, world.name), el('p', {}, world.description ?? ''));
  }

  private async change(instruction: string): Promise<void> {
    const { world } = this;
    if (world === null || instruction === '' || this.send.disabled) return;
    this.send.disabled = true;
    try {
      const answer = await worlds.edit(world.id, instruction);
      this.say(answer.reply, '');
      this.input.value = '';
      this.onChanged();
      // The frame plays the graph as it was when it was opened.
      this.show({ ...world, ...(await worlds.describe(world.id, {})) });
    } catch (error) {
      this.say(error instanceof Refusal ? error.message : String(error), 'refused');
    }
    this.send.disabled = false;
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

  private say(text: string, kind: string): void {
    this.log.prepend(el('p', { class: `entry ${kind}` }, text));
  }
}
