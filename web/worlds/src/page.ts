/** What lies over the picture: words, choices, missions, the map, the console, the ending. */
import { Console } from './console';
import { el } from './dom';
import { Finale } from './finale';
import { Further } from './further';
import { placesSeen } from './map';
import { missionsOf, tickedOf } from './missions';
import { type Choice, type Cutscene, type Ending, type Happened, keyed, type Situation, type World } from './model';
import { More, type Tools } from './more';
import { placeOf } from './prose';
import { type Spot, Spots, spotsOf } from './spots';
import { Taken } from './taken';
import { Telling } from './telling';

const MURMUR_EVERY = 7_000;
/** Pixels of the shade above the words through which the picture is still seen. */
const WORDS_FADE = 48;
/** A clip that has not begun by then is passed over, ms. */
const CLIP_WITHIN = 7_000;

export interface Wishes {
  choose(choice: Choice): void;
  say(choice: Choice, text: string): void;
  /** Something that is locked was wished for. */
  refuse(): void;
  restart(): void;
  mute(muted: boolean): void;
  /** Whether they keep the sound off. */
  readonly muted: boolean;
}

/** Whether nothing has happened between two pictures of a run, and the same can be chosen in both. */
function sameChoices(before: Situation, now: Situation): boolean {
  return before.seq === now.seq && JSON.stringify(before.choices) === JSON.stringify(now.choices);
}

export class Page {
  readonly scene = el('div', { class: 'scene' });
  private readonly ambient = el('p', { class: 'ambient', 'aria-hidden': 'true' });
  private readonly list = el('div', { class: 'list' });
  private readonly choices = el('div', { class: 'choices', role: 'group', 'aria-label': 'Choices' }, this.list);
  private readonly missions = el('details', { class: 'missions' });
  private readonly map = el('dialog', { class: 'map', 'aria-label': 'Map of the places seen' });
  private readonly console: Console;
  private readonly told: Telling;
  private readonly further: Further;
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
  /** Whose console was left before the answer came. */
  private left: Choice | null = null;
  private readonly finale: Finale;
  private now: Situation | null = null;
  private keys: ReadonlyMap<string, Choice> = new Map();
  /** The places told at full length in this run. */
  private readonly known = new Set<string>();
  private readonly taken = new Taken();
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
    this.told = new Telling(world, (choice) => {
      if (!this.choices.hasAttribute('inert') && this.now?.choices.some((one) => one.name === choice.name)) this.wish(choice);
    });
    this.console = new Console((choice) => {
      // An answer still on its way keeps the buttons from taking the focus.
      if (this.choices.hasAttribute('inert')) this.left = choice;
      else (this.buttonOf(choice) ?? this.told).focus();
    });
    this.further = new Further([this.words, this.choices], this.list);
    const map = el('button', { type: 'button', class: 'tool' }, 'Map');
    const sound = el('button', { type: 'button', class: 'tool', 'aria-pressed': String(!wishes.muted) }, 'Sound');
    map.addEventListener('click', () => this.openMap());
    sound.addEventListener('click', () => {
      const on = sound.getAttribute('aria-pressed') !== 'true';
      sound.setAttribute('aria-pressed', String(on));
      this.wishes.mute(!on);
    });
    this.words.append(this.ambient, this.told.element, this.choices);
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
      this.further.element,
      this.film,
      this.over,
      this.away,
      this.map,
      this.console.element,
      ...(more === null ? [] : [more.element]),
    );
    document.addEventListener('keydown', (event) => this.key(event));
    document.addEventListener('pointerdown', (event) => {
      if (!this.missions.contains(event.target as Node)) this.missions.open = false;
    });
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
    const before = this.now;
    const moved = before === null || before.state !== situation.state || happened?.type === 'restart';
    this.now = situation;
    if (happened?.type === 'restart') {
      this.known.clear();
      this.taken.clear();
    }
    if (moved) this.taken.enter();
    else this.taken.note(happened);
    const state = this.world.scene.states[situation.state];
    const place = situation.ending?.title ?? placeOf(this.world, situation.state);
    if (this.place.textContent !== place) this.place.textContent = place;
    document.title = `${place} – ${this.world.name}`;
    if (moved) this.murmurs(state?.ambient ?? []);
    // What is said at a console stands there.
    const words = [happened?.type === 'said' ? null : happened?.narration].filter(
      (line): line is string => line !== undefined && line !== null && line !== '',
    );
    const ticked = happened === null || happened.type === 'restart' ? [] : tickedOf(before, situation);
    // The last words are told by their own card.
    if (situation.ending !== null) this.told.clear();
    else if (moved) {
      this.told.enter(situation, words, ticked, this.known.has(situation.state));
      this.known.add(situation.state);
    } else if (words.length + ticked.length > 0) this.told.tell(words.join(' '), ticked, situation);
    if (happened !== null) this.words.scrollTop = 0;
    // The same moment told again (by a connection made anew) leaves the buttons as they stand, and what was refused on them.
    if (this.held || before === null || !sameChoices(before, situation)) this.offer(situation.choices);
    this.listed(situation);
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

  /** Something went otherwise than wished: said where the player looks. */
  tell(text: string): void {
    if (this.console.isOpen) this.console.reply(text);
    else this.told.tell(text, [], this.now);
  }

  busy(busy: boolean): void {
    // What becomes inert lets go of the focus; whoever had it there is led on when the turn is shown.
    if (busy) this.held = this.choices.contains(document.activeElement);
    this.choices.toggleAttribute('inert', busy);
    this.choices.classList.toggle('busy', busy);
    if (!busy && this.left !== null && !this.console.isOpen) (this.buttonOf(this.left) ?? this.told).focus();
    this.left = null;
  }

  showAway(away: boolean): void {
    this.away.hidden = !away;
    this.choices.classList.toggle('busy', away);
  }

  /** A card of a cutscene, gone when the player has read it; or its clip, gone with its end. */
  async card(cutscene: Cutscene): Promise<void> {
    const words = cutscene.subtitle ?? cutscene.label ?? '';
    const clip = cutscene.video === '' ? null : el('video', { src: cutscene.video, autoplay: '', playsinline: '' });
    if (words === '' && clip === null) return;
    const go = el('button', { type: 'button', class: 'tool' }, 'Go on');
    this.film.replaceChildren(...(clip === null ? [] : [clip]), el('p', {}, words), go);
    this.film.hidden = false;
    go.focus();
    await new Promise<void>((resolve) => {
      this.skip = resolve;
      // Words wait: who presses Enter on a card that is just going by itself would press what comes after it.
      const still = words === '' ? window.setTimeout(resolve, CLIP_WITHIN) : 0;
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
    this.console.open(choice, terminal, (text) => this.wishes.say(choice, text));
  }

  reply(text: string): void {
    this.console.reply(text);
  }

  /** The run is over for a reason that is no ending of the world. */
  stop(text: string): void {
    this.over.replaceChildren(el('h2', { id: 'over-title' }, 'The session is over'), el('p', { id: 'over-text' }, text));
    this.over.className = 'over';
    this.list.replaceChildren();
    this.spots.show([], () => '');
    this.raise();
  }

  private offer(choices: readonly Choice[]): void {
    // What can be done stands before what cannot yet.
    const sorted = choices.filter((one) => !this.taken.spent(one)).sort((a, b) => Number(a.locked) - Number(b.locked));
    const keys = keyed(sorted);
    this.keys = keys;
    const buttons = sorted
      .filter((choice) => !choice.hidden && !(choice.locked && choice.hint === null))
      .map((choice) => {
        const key = [...keys].find(([, one]) => one === choice)?.[0];
        const button = el('button', { type: 'button', class: choice.locked ? 'choice locked' : `choice ${choice.kind}` });
        if (this.taken.known(choice)) button.classList.add('done');
        if (choice.locked) button.append(el('i', { class: 'lock', 'aria-hidden': 'true' }));
        else if (key !== undefined) button.append(el('kbd', { 'aria-hidden': 'true' }, key.toUpperCase()));
        button.append(choice.label);
        if (choice.locked) {
          button.append(el('small', {}, choice.hint));
          button.setAttribute('aria-disabled', 'true');
        }
        button.addEventListener('click', () => this.wish(choice, button));
        button.dataset.event = choice.name;
        for (const name of ['pointerenter', 'focus']) button.addEventListener(name, () => this.spots.light(choice.name));
        for (const name of ['pointerleave', 'blur']) button.addEventListener(name, () => this.spots.light(null));
        return button;
      });
    // Whoever plays by keyboard is led to what is told, and from there on to the new choices.
    const held = this.held || this.choices.contains(document.activeElement);
    this.held = false;
    this.list.replaceChildren(...buttons);
    this.choices.scrollTop = 0;
    this.further.look();
    if (held) this.told.focus();
    const { events } = this.world.scene;
    const people = this.world.cast?.[this.now?.state ?? '']?.map((one) => one.name) ?? [];
    const spots = spotsOf(sorted, events, this.now?.visited ?? [], people, this.world.things);
    this.laid(spots);
    this.spots.show(spots, (choice) =>
      choice.hidden ? (events.find((event) => event.name === choice.name)?.anchor?.label ?? choice.label) : choice.label,
    );
  }

  /** @param button that was pressed for it, if one was. */
  private wish(choice: Choice, button?: HTMLElement): void {
    if (!choice.locked) {
      this.wishes.choose(choice);
      return;
    }
    this.tell(`Not yet. ${choice.hint ?? 'Something is missing for that.'}`);
    const shown = button ?? this.buttonOf(choice);
    shown?.classList.remove('refused-now');
    void shown?.offsetWidth;
    shown?.classList.add('refused-now');
    this.wishes.refuse();
  }

  /** Its button as it stands now; none for what has no button or is not offered any more. */
  private buttonOf(choice: Choice): HTMLElement | null {
    return this.list.querySelector<HTMLElement>(`[data-event="${CSS.escape(choice.name)}"]`);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null || this.now === null) return;
    if (event.key === 'Escape' && this.missions.open) {
      this.missions.open = false;
      this.missions.querySelector('summary')?.focus();
      return;
    }
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
    } else this.walk(event);
  }

  /** Arrows go from choice to choice; up and down scroll where no choice has the focus. */
  private walk(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const buttons = [...this.list.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (step === undefined || buttons.length === 0 || (at < 0 && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))) return;
    event.preventDefault();
    buttons[at < 0 && step < 0 ? buttons.length - 1 : (at + step + buttons.length) % buttons.length]?.focus();
  }

  private listed(situation: Situation): void {
    this.missions.hidden = situation.missions.length === 0;
    this.missions.replaceChildren(...missionsOf(situation));
  }

  private openMap(): void {
    if (this.now === null) return;
    const close = el('button', { type: 'button', class: 'tool' }, 'Close');
    close.addEventListener('click', () => this.map.close());
    const [heading, places] = placesSeen(this.world, this.now);
    this.map.replaceChildren(el('div', { class: 'row' }, heading, close), places);
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
    this.told.focus();
  }
}
