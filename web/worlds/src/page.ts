/** What lies over the picture: words, choices, missions, the map, the console, the ending. */
import { el } from './dom';
import { Finale } from './finale';
import { placesSeen } from './map';
import { missionsOf } from './missions';
import { type Choice, type Cutscene, type Ending, type Happened, keyed, type Situation, type World } from './model';
import { More, type Tools } from './more';
import { nameOf, piecesOf, placeOf, tellingOf } from './prose';
import { type Spot, Spots, spotsOf } from './spots';

/** Where prose at full length would push the choices out of sight: phones, and low frames whose words stand over the choices. */
const NARROW = window.matchMedia('(width < 34rem), (width < 60rem) and (height < 40rem)');
const MURMUR_EVERY = 7_000;
/** Pixels of the shade above the words through which the picture is still seen. */
const WORDS_FADE = 48;
/** What anybody may be asked who knows nothing yet to ask. */
const QUESTIONS = ['What should I do?', 'What else?', 'Who are you?'] as const;
/** A card stays this long, and longer the more there is to read, ms. */
const CARD_LEAST = 1_600;
const CARD_MOST = 7_000;
const CARD_A_LETTER = 45;

export interface Wishes {
  choose(choice: Choice): void;
  say(choice: Choice, text: string): void;
  restart(): void;
  mute(muted: boolean): void;
}

export class Page {
  readonly scene = el('div', { class: 'scene' });
  private readonly told = el('div', { class: 'told', 'aria-live': 'polite', tabindex: '-1' });
  private readonly ambient = el('p', { class: 'ambient', 'aria-hidden': 'true' });
  private readonly choices = el('div', { class: 'choices', role: 'group', 'aria-label': 'Choices' });
  private readonly missions = el('details', { class: 'missions' });
  private readonly map = el('dialog', { class: 'map', 'aria-label': 'Map of the places seen' });
  private readonly console = el('dialog', { class: 'console' });
  private readonly over = el('section', {
    class: 'over',
    role: 'alertdialog',
    'aria-modal': 'true',
    'aria-labelledby': 'over-title',
    'aria-describedby': 'over-text',
  });
  private readonly away = el('p', { class: 'away', role: 'status' }, 'The connection broke. Trying again …');
  private readonly words = el('footer');
  private readonly place = el('h2', { class: 'place', 'aria-live': 'polite' });
  private readonly film = el('section', { class: 'film', role: 'status' });
  private readonly spots: Spots;
  private readonly top = el('header');
  private skip: (() => void) | null = null;
  private held = false;
  private readonly finale: Finale;
  private now: Situation | null = null;
  private keys: ReadonlyMap<string, Choice> = new Map();
  /** The places told at full length in this run. */
  private readonly known = new Set<string>();
  private murmur = 0;
  private laid: (spots: readonly Spot[]) => void = () => undefined;

  constructor(
    private readonly world: World,
    root: HTMLElement,
    private readonly wishes: Wishes,
    tools: Tools | null = null,
  ) {
    this.spots = new Spots((choice) => this.wish(choice));
    this.finale = new Finale(world);
    const map = el('button', { type: 'button', class: 'tool' }, 'Map');
    const sound = el('button', { type: 'button', class: 'tool', 'aria-pressed': 'true' }, 'Sound');
    map.addEventListener('click', () => this.openMap());
    sound.addEventListener('click', () => {
      const on = sound.getAttribute('aria-pressed') !== 'true';
      sound.setAttribute('aria-pressed', String(on));
      this.wishes.mute(!on);
    });
    this.words.append(this.ambient, this.told, this.choices);
    this.away.hidden = true;
    this.over.hidden = true;
    this.film.hidden = true;
    this.film.addEventListener('click', () => this.skip?.());
    const nav = el('nav', {}, map, sound);
    const more = tools === null ? null : new More(tools);
    if (more !== null) {
      const open = el('button', { type: 'button', class: 'tool' }, 'More');
      open.addEventListener('click', () => more.open());
      nav.append(open);
    }
    this.top.append(el('h1', {}, world.name), this.place, nav);
    nav.append(this.missions);
    this.scene.append(this.spots.element);
    root.replaceChildren(
      this.scene,
      this.top,
      this.words,
      this.film,
      this.over,
      this.away,
      this.map,
      this.console,
      ...(more === null ? [] : [more.element]),
    );
    document.addEventListener('keydown', (event) => this.key(event));
  }

  /** Tell where the words begin, as a share of the page's height, whenever that changes. */
  onWords(tell: (share: number) => void): void {
    const measure = (): void => {
      // The last card lies over the whole picture.
      const share = this.now?.ending != null ? 1 : (this.words.offsetTop + WORDS_FADE) / Math.max(1, this.scene.clientHeight);
      this.spots.rest(share);
      tell(share);
    };
    new ResizeObserver(measure).observe(this.words);
    measure();
  }

  /** Tell what can be taken hold of here, and where it lies, whenever that changes. */
  onSpots(tell: (spots: readonly Spot[]) => void): void {
    this.laid = tell;
  }

  /** Show where the run stands, and what has just happened. */
  show(situation: Situation, happened: Happened | null): void {
    const moved = this.now === null || this.now.state !== situation.state || happened?.type === 'restart';
    this.now = situation;
    if (happened?.type === 'restart') this.known.clear();
    const state = this.world.scene.states[situation.state];
    const place = situation.ending?.title ?? placeOf(this.world, situation.state);
    if (this.place.textContent !== place) this.place.textContent = place;
    document.title = `${place} – ${this.world.name}`;
    if (moved) this.murmurs(state?.ambient ?? []);
    const done = situation.missions
      .filter((mission) => happened?.completed?.includes(mission.id))
      .map((mission) => `Done: ${mission.title}.`);
    const words = [happened?.narration ?? null, ...done].filter((line) => line !== null && line !== '') as string[];
    // The last words are told by their own card.
    if (situation.ending !== null) this.told.replaceChildren();
    else if (moved) this.enter(situation, words);
    else if (words.length > 0) this.tell(words.join(' '));
    this.offer(situation.choices);
    this.list(situation);
    if (situation.ending !== null) this.end(situation, situation.ending, words);
    else this.close();
  }

  /** Lines of the background, one after the other while the state lasts. */
  private murmurs(lines: readonly string[]): void {
    window.clearInterval(this.murmur);
    this.ambient.textContent = '';
    let next = 0;
    if (lines.length > 0) {
      this.murmur = window.setInterval(() => {
        this.ambient.textContent = lines[next++ % lines.length] ?? '';
      }, MURMUR_EVERY);
    }
  }

  /** What there is to say and to see in a place: at full length the first time, folded away when one comes back. */
  private enter(situation: Situation, before: readonly string[]): void {
    const { said, seen } = tellingOf(this.world.scene.states[situation.state]);
    const again = this.known.has(situation.state);
    this.known.add(situation.state);
    const opening = [...before, ...(again && before.length > 0 ? [] : [said])].filter((line) => line !== null);
    const shown: HTMLElement[] = opening.length > 0 ? [el('p', { class: 'said-line' }, opening.join(' '))] : [];
    if (seen !== null) {
      const prose = el('p', { class: 'prose' }, ...this.prose(seen, situation));
      // On a phone what can be done should be seen with what is said.
      const folded = shown.length > 0 && (again || NARROW.matches);
      shown.push(folded ? el('details', { class: 'look' }, el('summary', {}, 'Look around'), prose) : prose);
    }
    this.put(shown);
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
      clue.addEventListener('click', () => {
        if (!this.choices.hasAttribute('inert') && this.now?.choices.some((one) => one.name === choice.name)) this.wish(choice);
      });
      return clue;
    });
  }

  tell(text: string): void {
    const look = this.told.querySelector<HTMLElement>('.look');
    const prose = this.told.querySelector<HTMLElement>('.prose');
    const kept = look ?? (prose === null ? null : el('details', { class: 'look' }, el('summary', {}, 'Look around'), prose));
    // A clue that has been followed is words again.
    for (const clue of kept?.querySelectorAll<HTMLElement>('.clue') ?? []) {
      if (!this.now?.choices.some((choice) => choice.name === clue.dataset.event)) clue.replaceWith(clue.textContent ?? '');
    }
    this.put([el('p', { class: 'said-line' }, text), ...(kept === null ? [] : [kept])]);
  }

  private put(lines: readonly HTMLElement[]): void {
    const held = this.told.contains(document.activeElement);
    this.told.replaceChildren(...lines);
    this.told.scrollTop = 0;
    if (held) this.told.focus({ preventScroll: true });
    this.told.classList.remove('fresh');
    void this.told.offsetWidth;
    this.told.classList.add('fresh');
  }

  busy(busy: boolean): void {
    // What becomes inert lets go of the focus; whoever had it there is led on when the turn is shown.
    if (busy) this.held = this.choices.contains(document.activeElement);
    this.choices.toggleAttribute('inert', busy);
    this.choices.classList.toggle('busy', busy);
  }

  showAway(away: boolean): void {
    this.away.hidden = !away;
    this.choices.classList.toggle('busy', away);
  }

  /** A card of a cutscene, or its clip; gone by itself, or when the player has seen enough. */
  async card(cutscene: Cutscene): Promise<void> {
    const words = cutscene.subtitle ?? cutscene.label ?? '';
    const clip = cutscene.video === '' ? null : el('video', { src: cutscene.video, autoplay: '', playsinline: '' });
    if (words === '' && clip === null) return;
    const go = el('button', { type: 'button', class: 'tool' }, 'Go on');
    this.film.replaceChildren(...(clip === null ? [] : [clip]), el('p', {}, words), go);
    this.film.hidden = false;
    go.focus();
    const patience = Math.min(CARD_MOST, CARD_LEAST + words.length * CARD_A_LETTER);
    await new Promise<void>((resolve) => {
      this.skip = resolve;
      const still = window.setTimeout(resolve, patience);
      clip?.addEventListener('playing', () => window.clearTimeout(still));
      clip?.addEventListener('ended', () => resolve());
      // A clip that is missing is passed over (spec/smworld: cutscene.video).
      clip?.addEventListener('error', () => (words === '' ? resolve() : clip.remove()));
    });
    this.skip = null;
    this.film.hidden = true;
  }

  /** The typed console of an event. */
  openConsole(choice: Choice): void {
    const terminal = this.world.scene.events.find((event) => event.name === choice.name)?.terminal;
    const log = el('ol', { 'aria-live': 'polite' });
    if (terminal?.greeting) log.append(el('li', {}, terminal.greeting));
    const line = el('input', { type: 'text', maxlength: '500', autocomplete: 'off', 'aria-label': 'Say something' });
    const form = el('form', {}, line, el('button', { type: 'submit' }, 'Say'));
    const close = el('button', { type: 'button', class: 'tool' }, 'Leave');
    close.addEventListener('click', () => this.console.close());
    // The button that opened it may be another by now.
    this.console.onclose = () => this.told.focus({ preventScroll: true });
    const ask = (text: string): void => {
      log.append(el('li', { class: 'mine' }, text));
      this.wishes.say(choice, text);
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const text = line.value.trim();
      line.value = '';
      if (text !== '') ask(text);
    });
    const ready = el('p', { class: 'ready' });
    for (const question of QUESTIONS) {
      const button = el('button', { type: 'button', class: 'tool' }, question);
      button.addEventListener('click', () => ask(question));
      ready.append(button);
    }
    const name = (terminal === undefined ? '' : nameOf(terminal.persona)) || choice.label;
    this.console.setAttribute('aria-label', name);
    this.console.replaceChildren(el('h3', {}, name), log, ready, form, close);
    this.console.showModal();
    line.focus();
  }

  reply(text: string): void {
    const log = this.console.querySelector('ol');
    log?.append(el('li', {}, text));
    log?.lastElementChild?.scrollIntoView();
  }

  /** The run is over for a reason that is no ending of the world. */
  stop(text: string): void {
    this.over.replaceChildren(el('h2', { id: 'over-title' }, 'The session is over'), el('p', { id: 'over-text' }, text));
    this.over.className = 'over';
    this.choices.replaceChildren();
    this.spots.show([], () => '');
    this.raise();
  }

  private offer(choices: readonly Choice[]): void {
    // What can be done stands before what cannot yet.
    const sorted = [...choices].sort((a, b) => Number(a.locked) - Number(b.locked));
    const keys = keyed(sorted);
    this.keys = keys;
    const buttons = sorted
      .filter((choice) => !choice.hidden && !(choice.locked && choice.hint === null))
      .map((choice) => {
        const key = [...keys].find(([, one]) => one === choice)?.[0];
        const button = el('button', { type: 'button', class: choice.locked ? 'choice locked' : `choice ${choice.kind}` });
        if (key !== undefined) button.append(el('kbd', { 'aria-hidden': 'true' }, key.toUpperCase()));
        button.append(choice.label);
        if (choice.locked) {
          button.append(el('small', {}, choice.hint));
          button.setAttribute('aria-disabled', 'true');
        }
        button.addEventListener('click', () => this.wish(choice));
        for (const name of ['pointerenter', 'focus']) button.addEventListener(name, () => this.spots.light(choice.name));
        for (const name of ['pointerleave', 'blur']) button.addEventListener(name, () => this.spots.light(null));
        return button;
      });
    // Whoever plays by keyboard is led to what is told, and from there on to the new choices.
    const held = this.held || this.choices.contains(document.activeElement);
    this.held = false;
    this.choices.replaceChildren(...buttons);
    if (held) this.told.focus({ preventScroll: true });
    const { events } = this.world.scene;
    const people = this.world.cast?.[this.now?.state ?? '']?.map((one) => one.name) ?? [];
    const spots = spotsOf(choices, events, this.now?.visited ?? [], people, this.world.things);
    this.laid(spots);
    this.spots.show(spots, (choice) =>
      choice.hidden ? (events.find((event) => event.name === choice.name)?.anchor?.label ?? choice.label) : choice.label,
    );
  }

  private wish(choice: Choice): void {
    if (choice.locked) this.tell(choice.hint ?? 'Something is missing for that.');
    else this.wishes.choose(choice);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null || this.now === null) return;
    if (this.skip !== null) {
      // Enter and Space press the card's own button.
      if (event.key === 'Escape') this.skip();
      return;
    }
    if (!this.over.hidden && event.key.toLowerCase() === 'r') this.wishes.restart();
    const choice = this.keys.get(event.key.toLowerCase());
    if (choice !== undefined && !this.choices.hasAttribute('inert')) {
      event.preventDefault();
      this.wish(choice);
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const buttons = [...this.choices.querySelectorAll('button')];
      const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
      buttons[(at + (event.key === 'ArrowRight' ? 1 : -1) + buttons.length) % Math.max(1, buttons.length)]?.focus();
    }
  }

  private list(situation: Situation): void {
    this.missions.hidden = situation.missions.length === 0;
    this.missions.replaceChildren(...missionsOf(situation));
  }

  private openMap(): void {
    if (this.now === null) return;
    const close = el('button', { type: 'button', class: 'tool' }, 'Close');
    close.addEventListener('click', () => this.map.close());
    this.map.replaceChildren(...placesSeen(this.world, this.now), close);
    this.map.showModal();
  }

  private end(situation: Situation, ending: Ending, words: readonly string[]): void {
    const again = el('button', { type: 'button', class: 'choice' }, el('kbd', { 'aria-hidden': 'true' }, 'R'), 'Play again');
    again.addEventListener('click', () => this.wishes.restart());
    this.over.replaceChildren(...this.finale.show(situation, ending, words), again);
    this.over.className = `over ${ending.kind}`;
    this.raise();
    again.focus();
  }

  /** What lies under the last words cannot be reached while they stand. */
  private raise(): void {
    this.over.hidden = false;
    for (const under of [this.words, this.missions, this.scene]) under.toggleAttribute('inert', true);
  }

  private close(): void {
    if (this.over.hidden) return;
    this.over.hidden = true;
    for (const under of [this.words, this.missions, this.scene]) under.toggleAttribute('inert', false);
    this.told.focus({ preventScroll: true });
  }
}
