/** Choices as places to point at in the picture: ways out at its sides, things at the feet of the figure, people beside it.
 *
 * They stand for the same choices as the buttons below and are for pointers alone: keyboards and screen readers have the buttons.
 * Not every object is drawn in the picture, so a spot has a sign of its own instead of lying over one.
 */
import { el } from './dom';
import type { Choice, WorldEvent } from './model';
import { nameOf } from './prose';

/** Shares of the view's width, in the order in which they are taken. */
const RIGHT = [0.93, 0.82, 0.71] as const;
const LEFT = [0.06, 0.14] as const;
const NEAR = [0.36, 0.54, 0.41, 0.31] as const;
/** Where people stand; their signs are over their heads. */
export const BESIDE = [0.61, 0.47] as const;
/** Signs of things that are drawn are over them. */
const OVER_THINGS = 0.24;
const SIGNS = { back: '←', on: '→', thing: '✦', person: '…' } as const;

type Sort = keyof typeof SIGNS;

export interface Spot {
  choice: Choice;
  sort: Sort;
  /** Shares of the view's width from the left, and of the height above the words. */
  x: number;
  rise: number;
}

/** What kind of place a choice has: a way back leads where one has been. */
export function sortOf(choice: Choice, event: WorldEvent | undefined, visited: readonly string[]): Sort {
  if (choice.kind === 'terminal') return 'person';
  if (choice.kind === 'override') return event?.anchor?.aliases?.includes('person') ? 'person' : 'thing';
  return event?.to !== undefined && visited.includes(event.to) ? 'back' : 'on';
}

/** Whom a choice speaks to or deals with. */
export function personOf(event: WorldEvent | undefined): string | null {
  if (event?.terminal !== undefined) return nameOf(event.terminal.persona);
  return event?.anchor?.aliases?.includes('person') ? event.anchor.label : null;
}

/** Giving up is no way on: it has its button only. Rash moves have their signs like all others, so that none is told by it. */
const GIVING_UP = /^(?:give (?:it )?up|stop .* for today|turn back(?! toward)|leave it to somebody else|wait until it comes right)\b/i;

/** Where the choices of a situation are; those that find no room have their button only.
 *
 * @param people who is drawn in this place, in the order in which they stand.
 * @param drawn the events whose thing is drawn.
 */
export function spotsOf(
  choices: readonly Choice[],
  events: readonly WorldEvent[],
  visited: readonly string[],
  people: readonly string[] = [],
  drawn: Readonly<Record<string, unknown>> = {},
): Spot[] {
  const rooms: Record<Sort, number[]> = { on: [...RIGHT], back: [...LEFT], thing: [...NEAR], person: [...BESIDE] };
  const rises: Record<Sort, number> = { on: 0.2, back: 0.2, thing: 0.04, person: 0.4 };
  const found: Spot[] = [];
  // What can be done takes its place before what cannot yet.
  for (const choice of [...choices].sort((a, b) => Number(a.locked) - Number(b.locked))) {
    if (choice.locked && choice.hint === null) continue;
    const event = events.find((one) => one.name === choice.name);
    if (choice.kind === 'transition' && GIVING_UP.test(choice.label)) continue;
    // A hidden event is found by the object that it is anchored to, and has no place without one (spec/world-play.md, P6).
    if (choice.hidden && event?.anchor === undefined) continue;
    const sort = sortOf(choice, event, visited);
    // A sign over a head belongs to that head.
    const stands = sort === 'person' ? people.indexOf(personOf(event) ?? '') : -1;
    const x = stands >= 0 ? BESIDE[stands] : sort === 'person' ? rooms.person.splice(people.length, 1)[0] : rooms[sort].shift();
    if (x !== undefined) found.push({ choice, sort, x, rise: choice.name in drawn ? OVER_THINGS : rises[sort] });
  }
  return found;
}

/** Pixels between the middles of two signs at least, so that a finger meets the one it means. */
const APART = 40;

export class Spots {
  readonly element = el('div', { class: 'spots', 'aria-hidden': 'true' });

  constructor(private readonly wish: (choice: Choice) => void) {}

  /** @param label of a hidden choice: what it is anchored to. */
  show(spots: readonly Spot[], label: (choice: Choice) => string): void {
    this.element.replaceChildren(
      ...spots.map((spot) => {
        const name = spot.choice.hidden ? 'secret' : spot.choice.locked ? 'locked' : '';
        const button = el(
          'button',
          { type: 'button', tabindex: '-1', class: `spot ${spot.sort} ${name}`, 'data-event': spot.choice.name },
          el('b', {}, SIGNS[spot.sort]),
          el('span', {}, label(spot.choice)),
        );
        button.style.left = `${spot.x * 100}%`;
        button.style.setProperty('--rise', String(spot.rise));
        button.dataset.side = spot.x > 0.6 ? 'right' : spot.x < 0.25 ? 'left' : 'middle';
        button.addEventListener('click', () => this.wish(spot.choice));
        return button;
      }),
    );
    this.part();
  }

  /** Show which spot a button below belongs to. */
  light(name: string | null): void {
    for (const one of this.element.querySelectorAll<HTMLElement>('.spot')) one.classList.toggle('lit', one.dataset.event === name);
  }

  /** Where the ground ends, as a share of the view's height. */
  rest(share: number): void {
    this.element.style.setProperty('--ground', String(share));
    this.part();
  }

  /** Narrow views have no room for all signs: one that would lie on another stays out, and its button stands for it. */
  private part(): void {
    const laid: [number, number][] = [];
    for (const one of this.element.querySelectorAll<HTMLElement>('.spot')) {
      one.hidden = false;
      const middle: [number, number] = [one.offsetLeft, one.offsetTop];
      one.hidden = laid.some(([x, y]) => Math.abs(x - middle[0]) < APART && Math.abs(y - middle[1]) < APART);
      if (!one.hidden) laid.push(middle);
    }
  }
}
