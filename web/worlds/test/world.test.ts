import { describe, expect, it } from 'vitest';
import { type Choice, keyed, titleOf } from '../src/model';
import { sortOf, spotsOf } from '../src/spots';
import { airOf, Weather } from '../src/weather';

const choice = (name: string, more: Partial<Choice> = {}): Choice => ({
  name,
  kind: 'transition',
  label: name,
  hotkey: null,
  hidden: false,
  locked: false,
  hint: null,
  ...more,
});

describe('keys of choices', () => {
  it('numbers what is shown and keeps what the world says', () => {
    const keys = keyed([choice('a'), choice('h', { hidden: true, hotkey: 'X' }), choice('b', { hotkey: 'e' }), choice('c')]);
    expect([...keys].map(([key, one]) => `${key}:${one.name}`).sort()).toEqual(['1:a', '2:b', '3:c', 'e:b', 'x:h']);
  });
  it('never takes a key that the world has given away', () => {
    expect(keyed([choice('a', { hotkey: '2' }), choice('b')]).get('2')?.name).toBe('a');
  });
  it('has nine numbers at most', () => {
    expect(keyed(Array.from({ length: 12 }, (_, number) => choice(`c${number}`))).size).toBe(9);
  });
});

describe('air of a scene', () => {
  it.each([
    ['Rain drums on the tin roof.', 'rain'],
    ['A quiet hall, a fire burning in the grate.', 'embers'],
    ['Snow lies on the pass; fog below.', 'snow'],
    ['A reef deep under the waves, bubbles rising.', 'bubbles'],
    ['A clean kitchen with a blue door.', 'none'],
  ])('%s', (prose, air) => expect(airOf(prose)).toBe(air));

  it('keeps rain out of houses', () => {
    expect(airOf('Snow at the window, a fire in the grate.', 'indoor')).toBe('embers');
    expect(airOf('Snow at the window.', 'cave')).toBe('none');
  });

  it('draws its particles inside the picture at any time', () => {
    const seen: number[] = [];
    const context = { fillRect: (x: number, y: number) => seen.push(x, y), fillStyle: '', globalAlpha: 1 };
    let state = 1;
    const weather = new Weather('rain', () => {
      state = (state * 16807) % 2147483647;
      return state / 2147483647;
    });
    weather.draw(context as unknown as CanvasRenderingContext2D, 100, 80, 12345.6, 1);
    expect(seen.length).toBeGreaterThan(100);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...seen)).toBeLessThanOrEqual(100);
  });
});

describe('titles', () => {
  it('reads ids as words', () => expect(titleOf('old_harbour-house')).toBe('Old harbour house'));
});

describe('spots in the picture', () => {
  const event = (name: string, to?: string, anchor?: string) => ({
    name,
    kind: 'transition' as const,
    from: ['a'],
    ...(to === undefined ? {} : { to }),
    ...(anchor === undefined ? {} : { anchor: { label: anchor } }),
  });

  it('puts ways on at the right, ways back at the left, things near, people beside', () => {
    expect(sortOf(choice('go'), event('go', 'b'), ['a'])).toBe('on');
    expect(sortOf(choice('go'), event('go', 'b'), ['a', 'b'])).toBe('back');
    expect(sortOf(choice('take', { kind: 'override' }), event('take'), [])).toBe('thing');
    expect(sortOf(choice('ask', { kind: 'terminal' }), event('ask'), [])).toBe('person');
  });
  it('never puts two at one place, and leaves out what finds no room', () => {
    const many = Array.from({ length: 9 }, (_, i) => choice(`go${i}`));
    const spots = spotsOf(
      many,
      many.map((one) => event(one.name, 'b')),
      [],
    );
    expect(new Set(spots.map((spot) => spot.x)).size).toBe(spots.length);
    expect(spots.length).toBe(3);
  });
  it('shows a hidden choice only where the world anchors it to something, and nothing that is locked without a word', () => {
    const hidden = [choice('h', { hidden: true }), choice('anchored', { hidden: true }), choice('l', { locked: true })];
    const spots = spotsOf(hidden, [event('h'), event('anchored', 'b', 'brass lever'), event('l', 'b')], []);
    expect(spots.map((spot) => spot.choice.name)).toEqual(['anchored']);
  });
});
