/** Screens laid over the game: title, level card, pause, endings, choices. Plain DOM, so that they can be read aloud and tabbed through. */
import type { Hud } from '../engine';
import { lettering } from './lettering';

export interface Action {
  label: string;
  run: () => void;
  /** The one that Enter, Space and A take. */
  main?: boolean;
  id: string;
}

/** A slider, 0-100 in steps of 5. */
export interface Slider {
  id: string;
  label: string;
  value: number;
  change: (value: number) => void;
}

export interface Panel {
  kind: 'title' | 'card' | 'pause' | 'won' | 'lost' | 'error';
  heading: string;
  lines?: readonly string[];
  actions?: readonly Action[];
  sliders?: readonly Slider[];
  /** Small print below: the controls. */
  hints?: readonly (readonly [string, string])[];
  footer?: string;
}

const PORTRAYED: readonly string[] = ['title', 'card', 'won', 'lost'];

function sliderOf(slider: Slider): HTMLLabelElement {
  const label = document.createElement('label');
  const name = document.createElement('span');
  name.textContent = slider.label;
  const input = document.createElement('input');
  input.type = 'range';
  input.min = '0';
  input.max = '100';
  input.step = '5';
  input.value = String(slider.value);
  input.dataset.slider = slider.id;
  const told = document.createElement('output');
  // Read aloud with the slider itself.
  told.setAttribute('aria-hidden', 'true');
  const tell = (): void => {
    told.textContent = `${input.value} %`;
    input.setAttribute('aria-valuetext', `${input.value} percent`);
  };
  tell();
  input.addEventListener('input', () => {
    tell();
    slider.change(Number(input.value));
  });
  label.append(name, input, told);
  return label;
}

export class Overlay {
  private readonly box: HTMLElement;
  private readonly picks: HTMLElement;
  private readonly patience = document.createElement('p');
  private main: (() => void) | null = null;
  private portrait: HTMLImageElement | null = null;
  private shownChoices = '';

  constructor(parent: HTMLElement) {
    this.box = document.createElement('div');
    this.box.className = 'mb-overlay';
    this.box.hidden = true;
    this.picks = document.createElement('div');
    this.picks.className = 'mb-choices';
    this.picks.hidden = true;
    parent.append(this.box, this.picks);
  }

  /** From now on screens show who is played. */
  portray(portrait: HTMLImageElement | null): void {
    this.portrait = portrait;
    this.place();
  }

  /** The portrait stands above what the screen says, where the screen is about the one who is played. */
  private place(): void {
    const card = this.box.firstElementChild;
    if (this.portrait !== null && card !== null && PORTRAYED.includes(this.box.dataset.kind ?? '')) card.prepend(this.portrait);
  }

  show(panel: Panel): void {
    const card = document.createElement('section');
    card.className = `mb-panel mb-${panel.kind}`;
    card.setAttribute('role', panel.actions?.length ? 'dialog' : 'status');
    card.setAttribute('aria-label', panel.heading);
    card.append(
      lettering(
        panel.heading,
        panel.kind === 'title' ? 'h1' : 'h2',
        panel.kind === 'lost' ? [255, 150, 150] : panel.kind === 'won' ? [255, 220, 110] : undefined,
      ),
    );
    for (const line of panel.lines ?? []) {
      const p = document.createElement('p');
      p.textContent = line;
      card.append(p);
    }
    this.main = null;
    if (panel.actions?.length) {
      const row = document.createElement('div');
      row.className = 'mb-actions';
      for (const action of panel.actions) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = action.label;
        button.dataset.action = action.id;
        if (action.main) {
          button.className = 'mb-main';
          this.main = action.run;
        }
        button.addEventListener('click', action.run);
        row.append(button);
      }
      card.append(row);
    }
    if (panel.sliders?.length) {
      const group = document.createElement('fieldset');
      group.className = 'mb-sliders';
      const legend = document.createElement('legend');
      legend.textContent = 'Volume';
      group.append(legend, ...panel.sliders.map(sliderOf));
      card.append(group);
    }
    if (panel.hints?.length) {
      const list = document.createElement('dl');
      list.className = 'mb-hints';
      for (const [key, what] of panel.hints) {
        const dt = document.createElement('dt');
        dt.textContent = key;
        const dd = document.createElement('dd');
        dd.textContent = what;
        const pair = document.createElement('div');
        pair.append(dt, dd);
        list.append(pair);
      }
      card.append(list);
    }
    if (panel.footer) {
      const small = document.createElement('p');
      small.className = 'mb-footer';
      small.textContent = panel.footer;
      card.append(small);
    }
    this.box.replaceChildren(card);
    this.box.dataset.kind = panel.kind;
    this.place();
    this.box.hidden = false;
    if (document.hasFocus()) card.querySelector<HTMLButtonElement>('.mb-main')?.focus({ preventScroll: true });
  }

  hide(): void {
    this.box.hidden = true;
    this.box.replaceChildren();
    this.main = null;
  }

  get open(): boolean {
    return !this.box.hidden;
  }

  /** What Enter, Space or A means now. */
  confirm(): boolean {
    if (this.main === null) return false;
    this.main();
    return true;
  }

  /** The upgrade choice that some kinds offer; the game itself waits. */
  choices(choices: Hud['choices'], pick: (index: number) => void): void {
    const now = choices ? JSON.stringify([choices.options, choices.cursor]) : '';
    if (choices) this.patience.textContent = `← → and Space, or tap one. The marked one is taken in ${choices.timeLeft} s.`;
    if (now === this.shownChoices) return;
    this.shownChoices = now;
    this.picks.hidden = !choices;
    if (!choices) {
      this.picks.replaceChildren();
      return;
    }
    const title = lettering('Choose', 'h2', [160, 236, 255]);
    const row = document.createElement('div');
    row.className = 'mb-choice-row';
    choices.options.forEach((option, i) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.tabIndex = -1;
      if (i === choices.cursor) button.className = 'mb-picked';
      const name = document.createElement('strong');
      name.textContent = option.name;
      const hint = document.createElement('span');
      hint.textContent = option.hint;
      const level = document.createElement('em');
      level.textContent = option.level > 1 ? `Level ${option.level}` : 'New';
      button.append(name, hint, level);
      button.addEventListener('click', () => pick(i));
      row.append(button);
    });
    this.picks.replaceChildren(title, row, this.patience);
  }
}
