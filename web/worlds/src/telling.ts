/** What is told: the line said last, and below it what there is to see, with what is hidden in it to be pointed at. */
import { el } from './dom';
import type { Choice, Situation, World } from './model';
import { piecesOf, tellingOf } from './prose';

/** Where prose at full length would push the choices out of sight: phones, and low frames whose words stand over the choices. */
const NARROW = window.matchMedia('(width < 34rem), (width < 60rem) and (height < 40rem)');

export class Telling {
  /** A live region: only what is put in anew is read aloud, so what there is to see stays the same element while one is there. */
  readonly element = el('div', { class: 'told', 'aria-live': 'polite', tabindex: '-1' });
  private readonly said = el('div', { class: 'lines' });
  private readonly seen = el('div', { class: 'seen' });
  /** On phones what there is to see is folded away until somebody has wished to see it; from then on it is not. */
  private unfolded = false;

  constructor(
    private readonly world: World,
    private readonly wish: (choice: Choice) => void,
  ) {
    this.element.append(this.said, this.seen);
    this.element.addEventListener('scroll', () => this.look(), { passive: true });
    const watch = new ResizeObserver(() => this.look());
    for (const one of [this.element, this.said, this.seen]) watch.observe(one);
  }

  clear(): void {
    this.said.replaceChildren();
    this.seen.replaceChildren();
  }

  /** A place: `before` is what has just happened, `again` that one has been here. */
  enter(situation: Situation, before: readonly string[], ticked: readonly string[], again: boolean): void {
    const { said, seen } = tellingOf(this.world.scene.states[situation.state]);
    const opening = [...before, ...(again && before.length > 0 ? [] : [said])].filter((line) => line !== null);
    this.say(opening.join(' '), ticked);
    if (seen === null) {
      this.seen.replaceChildren();
      return;
    }
    const prose = el('p', { class: 'prose' }, ...this.prose(seen, situation));
    // On a phone what can be done should be seen with what is said.
    if (!NARROW.matches || opening.length === 0) this.seen.replaceChildren(prose);
    else {
      const look = el('details', { class: 'look' }, el('summary', {}, 'Look around'), prose);
      look.open = this.unfolded;
      look.addEventListener('toggle', () => {
        this.unfolded = look.open;
      });
      this.seen.replaceChildren(look);
    }
  }

  /** A line said here. `situation`: where the run stands after it. */
  tell(text: string, ticked: readonly string[], situation: Situation | null): void {
    // A clue that has been followed is words again.
    for (const clue of this.seen.querySelectorAll<HTMLElement>('.clue')) {
      if (situation?.choices.some((choice) => choice.name === clue.dataset.event)) continue;
      const held = clue === document.activeElement;
      clue.replaceWith(clue.textContent ?? '');
      if (held) this.focus();
    }
    this.say(text, ticked);
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  /** Whether there is more below than is seen. */
  private look(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    this.element.classList.toggle('cut', scrollHeight - scrollTop - clientHeight > 4);
  }

  private say(text: string, ticked: readonly string[]): void {
    const lines = text === '' ? [] : [el('p', { class: 'said-line' }, text)];
    this.said.replaceChildren(...lines, ...ticked.map((line) => el('p', { class: 'ticked' }, line)));
    this.element.scrollTop = 0;
    this.element.classList.remove('fresh');
    void this.element.offsetWidth;
    this.element.classList.add('fresh');
  }

  /** The prose, with what is hidden in it to be pointed at: by keyboards too, for which the picture has no spots. */
  private prose(text: string, situation: Situation): (string | HTMLElement)[] {
    const hidden = situation.choices.filter((choice) => choice.hidden && !choice.locked);
    const clues = hidden.flatMap((choice) => {
      const label = this.world.scene.events.find((event) => event.name === choice.name)?.anchor?.label;
      return label === undefined ? [] : [{ event: choice.name, label }];
    });
    return piecesOf(text, clues).map((piece) => {
      const choice = hidden.find((one) => one.name === piece.event);
      if (choice === undefined) return piece.text;
      const clue = el('button', { type: 'button', class: 'clue', 'data-event': choice.name }, piece.text);
      clue.addEventListener('click', () => this.wish(choice));
      return clue;
    });
  }
}
