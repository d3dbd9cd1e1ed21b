/** Asking back before a world is made: where who plays or what is to be done is a guess, whoever asked puts it right first. */
import { el } from './dom';
import type { Reading } from './worlds_api';

const GUESSES: Readonly<Record<string, string>> = {
  player: 'Who it is about is a guess.',
  goal: 'What has to be done is a guess.',
  both: 'Who it is about and what has to be done are guesses.',
};

export class WorldAsking {
  private readonly sentence = el('textarea', { id: 'world-meant', rows: '2', maxlength: '2000' });
  private readonly doubt = el('p', {});
  private asked: { premise: string; reading: Reading } | null = null;
  readonly element = el('form', { class: 'asking', hidden: true });

  /** `onMeant`: the premise was said anew. `onAsIs`: it shall be taken as the reading has it. */
  constructor(
    private readonly onMeant: (premise: string) => void,
    private readonly onAsIs: (premise: string, seed: number) => void,
  ) {
    this.element.append(
      el('label', { for: 'world-meant' }, 'Is this what you mean?'),
      this.sentence,
      this.doubt,
      el('div', { class: 'row' }, el('button', { type: 'submit', class: 'main' }, 'Make it from this')),
    );
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.answer();
    });
    this.sentence.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.element.requestSubmit();
    });
  }

  /** Ask about a reading; what is typed from then on answers it. */
  ask(premise: string, reading: Reading): void {
    this.asked = { premise, reading };
    this.sentence.value = reading.sentence || premise;
    const guess = GUESSES[reading.guessed.length > 1 ? 'both' : (reading.guessed[0] ?? 'goal')];
    this.doubt.textContent = `${guess} Put it right here, or leave it: who has to do what, where and by when?`;
    this.element.hidden = false;
    this.sentence.focus();
  }

  hide(): void {
    this.asked = null;
    this.element.hidden = true;
  }

  private answer(): void {
    const { asked } = this;
    const said = this.sentence.value.trim();
    if (asked === null || said === '') return;
    // Left as it stands, the first premise is made, with all that it says besides.
    if (said === asked.reading.sentence || said === asked.premise) this.onAsIs(asked.premise, asked.reading.seed);
    else this.onMeant(said);
  }
}

/** Whether to ask: a world of this reading would be built on a guess. */
export const doubtful = (reading: Reading): boolean => reading.guessed.length > 0 || reading.sentence === '';
