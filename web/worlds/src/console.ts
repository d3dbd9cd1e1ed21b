/** The typed console of an event: what was asked and answered, questions to begin with, and a line to type at. */
import { el } from './dom';
import type { Choice, WorldEvent } from './model';
import { nameOf } from './prose';

/** What anybody may be asked who knows nothing yet to ask. */
const QUESTIONS = ['What should I do?', 'Where can I go?', 'What happens if I fail?', 'What else do you know?', 'Who are you?'] as const;
/** A keyboard on the glass would cover what is said before anybody has read it. */
const TOUCHED = window.matchMedia('(pointer: coarse)');

export class Console {
  readonly element = el('dialog', { class: 'console' });
  private readonly log = el('ol', { 'aria-live': 'polite', tabindex: '0', 'aria-label': 'What was said' });

  private with: Choice | null = null;

  /** @param left is told whom one has left. */
  constructor(left: (choice: Choice) => void) {
    this.element.addEventListener('close', () => {
      if (this.with !== null) left(this.with);
    });
  }

  get isOpen(): boolean {
    return this.element.open;
  }

  open(choice: Choice, terminal: WorldEvent['terminal'], say: (text: string) => void): void {
    this.with = choice;
    this.log.replaceChildren();
    if (terminal?.greeting) this.log.append(el('li', {}, terminal.greeting));
    const line = el('input', {
      type: 'text',
      maxlength: '500',
      autocomplete: 'off',
      'aria-label': 'Ask something of your own',
      placeholder: 'Ask something of your own',
    });
    const form = el('form', {}, line, el('button', { type: 'submit' }, 'Ask'));
    const close = el('button', { type: 'button', class: 'tool' }, 'Leave');
    close.addEventListener('click', () => this.element.close());
    const ask = (text: string): void => {
      this.add(el('li', { class: 'mine' }, text));
      say(text);
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = line.value.trim();
      line.value = '';
      if (text !== '') ask(text);
    });
    const ready = el('p', { class: 'ready', role: 'group', 'aria-label': 'Questions to begin with' });
    for (const question of QUESTIONS) {
      const button = el('button', { type: 'button', class: 'tool' }, question);
      button.addEventListener('click', () => ask(question));
      ready.append(button);
    }
    // "Her squire" is said to whose squire it is.
    const name = (terminal === undefined ? '' : nameOf(terminal.persona).replace(/^(?:her|his|their|its)\b/i, 'Your')) || choice.label;
    this.element.setAttribute('aria-label', name);
    this.element.replaceChildren(el('div', { class: 'row' }, el('h3', {}, name), close), this.log, ready, form);
    this.element.showModal();
    if (TOUCHED.matches) ready.querySelector('button')?.focus();
    else line.focus();
  }

  reply(text: string): void {
    this.add(el('li', {}, text));
  }

  private add(item: HTMLElement): void {
    this.log.append(item);
    this.log.scrollTop = this.log.scrollHeight;
  }
}
