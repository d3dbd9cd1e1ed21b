import { describe, expect, test } from 'vitest';
import { schemeOf } from '../src/view/controls';
import { type Front, lay } from '../src/view/front';
import type { Playthrough } from '../src/view/playthrough';
import { cardOf, closingOf, hintsOf, noteOf } from '../src/view/screens';

function playthrough(over: Partial<Record<keyof Playthrough, unknown>> = {}): Playthrough {
  return {
    mode: 'play',
    index: 1,
    scenes: [0, 1, 2],
    ticks: 4500,
    ghost: null,
    session: { score: 120 },
    ...over,
  } as unknown as Playthrough;
}

describe('screens', () => {
  test('a card names the level, which it is, and who plays', () => {
    expect(cardOf(playthrough(), 'The Attic', null)).toEqual({ kind: 'card', heading: 'The Attic', lines: ['Level 2 of 3'] });
    expect(cardOf(playthrough({ scenes: [0], index: 0 }), undefined, null).heading).toBe('Get ready');
    expect(cardOf(playthrough({ mode: 'watch' }), 'x', null).lines).toEqual(['Level 2 of 3', 'The bot plays']);
    expect(cardOf(playthrough({ mode: 'endless' }), 'x', null).lines).toEqual(['Endless']);
  });

  test('the note tells modes apart', () => {
    expect([noteOf(playthrough(), 1), noteOf(playthrough({ mode: 'watch' }), 4), noteOf(playthrough({ mode: 'race' }), 1)]).toEqual([
      '',
      'BOT 4×',
      'RACE',
    ]);
  });

  test('an ending tells score, time and what was best', () => {
    expect(closingOf(playthrough(), { won: true, record: true, best: 120 }, null, [])).toEqual({
      kind: 'won',
      heading: 'You made it!',
      lines: ['Score 120 · 1:15', 'A new best!'],
      actions: [],
    });
    const lost = closingOf(playthrough(), { won: false, record: false, best: 300 }, null, []);
    expect([lost.kind, lost.heading, lost.lines?.[1]]).toEqual(['lost', 'Game over', 'Best 300']);
    const raced = closingOf(playthrough({ mode: 'race', ghost: { status: 'won' } }), { won: true, record: false, best: 300 }, null, []);
    const told = closingOf(playthrough(), { won: true, record: false, best: 300 }, { title: 'Home', text: 'The lamp burns.' }, []);
    expect([told.heading, told.lines?.[0]]).toEqual(['Home', 'The lamp burns.']);
    expect(cardOf(playthrough(), 'x', 'Find the lamp').lines).toEqual(['Level 2 of 3', 'Find the lamp']);
    expect(raced.lines?.[2]).toBe('The ghost was faster this time.');
    expect(closingOf(playthrough({ mode: 'watch' }), { won: true, record: false, best: 0 }, null, []).heading).toBe('The bot made it');
  });

  test('hints name the buttons that the kind has', () => {
    const words = hintsOf(schemeOf('platformer', [])).map(([, what]) => what);
    expect(words).toContain('Jump');
    expect(words.slice(-3)).toEqual(['Pause', 'Restart', 'Sound']);
  });
});

describe('plates', () => {
  const plate = { png: 'AAAA', slice: [1, 2, 3, 4] as const, ink: '#102030' };

  function root(): { element: HTMLElement; styles: Map<string, string> } {
    const styles = new Map<string, string>();
    const element = { dataset: {}, style: { setProperty: (name: string, value: string) => styles.set(name, value) } };
    return { element: element as unknown as HTMLElement, styles };
  }

  test('are told to the style sheet in the order of CSS: top, right, bottom, left', () => {
    const { element, styles } = root();
    const front: Front = { ui: { panel: plate, button: plate, hover: plate, pressed: plate } };
    lay(element, front);
    expect(styles.get('--panel-slice')).toBe('2 3 4 1');
    expect(styles.get('--button')).toBe('url("data:image/png;base64,AAAA")');
    expect(styles.get('--pressed-ink')).toBe('#102030');
    expect(element.dataset.plates).toBe('');
  });

  test('a game without them keeps the page’s own', () => {
    const { element, styles } = root();
    lay(element, {});
    expect(styles.size).toBe(0);
    expect(element.dataset.plates).toBeUndefined();
  });
});
