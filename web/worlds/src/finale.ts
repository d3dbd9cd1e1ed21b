/** The last card: what just happened, what became of it, and how much of the world there is still to find. */
import { el } from './dom';
import type { Ending, Situation, World } from './model';

/** The endings of a world that this browser has seen; none where it keeps nothing. */
export class Found {
  private readonly key: string;

  constructor(
    worldId: string,
    private readonly store: () => Storage = () => window.localStorage,
  ) {
    this.key = `makebelieve.endings.${worldId}`;
  }

  /** Note one more, and tell all that were found. */
  add(state: string): Set<string> {
    const found = this.read().add(state);
    try {
      this.store().setItem(this.key, JSON.stringify([...found]));
    } catch {
      // A private window or a sandbox without storage forgets; the run goes on.
    }
    return found;
  }

  private read(): Set<string> {
    try {
      const kept: unknown = JSON.parse(this.store().getItem(this.key) ?? '[]');
      return new Set(Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : []);
    } catch {
      return new Set();
    }
  }
}

function counted(count: number, kind: string): string | null {
  if (count === 0) return null;
  return count === 1 ? `a ${kind} ending` : `${count} ${kind} endings`;
}

export class Finale {
  private readonly found: Found;

  constructor(private readonly world: World) {
    this.found = new Found(world.id);
  }

  show(situation: Situation, ending: Ending, words: readonly string[]): HTMLElement[] {
    const { states } = this.world.scene;
    const all = Object.keys(states).filter((name) => states[name]?.ending !== undefined);
    const found = [...this.found.add(situation.state)].filter((name) => all.includes(name));
    const done = situation.missions.filter((mission) => mission.done).length;
    const open = all.filter((name) => !found.includes(name));
    const good = open.filter((name) => states[name]?.ending?.kind === 'win').length;
    const left = [counted(good, 'good'), counted(open.length - good, 'bad')].filter((part) => part !== null);
    // What was never looked into is where another ending may be.
    const hints = situation.missions
      .filter((mission) => !mission.done && mission !== situation.missions[0])
      .map((mission) => mission.objectives.find((one) => one.open && !one.done)?.text)
      .filter((text) => text !== undefined)
      .slice(0, 1)
      .map((text) => el('p', { class: 'hint' }, `Another time: ${text}`));
    const tally = [
      all.length > 1 ? `Endings found: ${found.length} of ${all.length}` : null,
      situation.missions.length > 0 ? `Missions: ${done} of ${situation.missions.length}` : null,
    ].filter((part) => part !== null);
    const subtitle = ending.subtitle?.trim() ?? '';
    const told = [...words, states[situation.state]?.base ?? '']
      .map((line) => line.trim())
      .filter((line) => line !== '' && line !== subtitle);
    return [
      el('p', { class: 'kind' }, ending.kind === 'win' ? 'An ending' : 'An end'),
      el('h2', { id: 'over-title' }, ending.title),
      el(
        'div',
        { id: 'over-text' },
        ...(told.length > 0 ? [el('p', { class: 'last' }, told.join(' '))] : []),
        ...(subtitle === '' ? [] : [el('p', { class: 'subtitle' }, subtitle)]),
        ...(tally.length > 0 ? [el('p', { class: 'tally' }, tally.join(' · '))] : []),
        ...(left.length > 0 ? [el('p', { class: 'tally' }, `Still to find: ${left.join(' and ')}.`), ...hints] : []),
      ),
    ];
  }
}
