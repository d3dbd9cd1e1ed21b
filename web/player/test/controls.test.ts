import { describe, expect, test } from 'vitest';
import { gameIdOf } from '../src/boot';
import { inWords } from '../src/home/api';
import { schemeOf } from '../src/view/controls';
import { wrap } from '../src/view/lettering';

describe('schemeOf', () => {
  test.each([
    ['platformer', [], 'horizontal', 'Jump', null],
    ['platformer', ['dash'], 'horizontal', 'Jump', 'Dash'],
    ['flappy-clone', [], 'none', 'Flap', null],
    ['horde-survivors', [], 'eight', null, null],
    ['space-shooter', [], 'eight', 'Fire', 'Bomb'],
    ['topdown', ['shoot'], 'eight', 'Shoot', null],
  ] as const)('%s with %j', (kind, mechanics, stick, a, b) => {
    expect(schemeOf(kind, mechanics)).toMatchObject({ stick, a, b });
  });
});

test.each([
  ['/play/game_01abc', 'game_01abc'],
  ['/play/game_01abc/', 'game_01abc'],
  ['/', null],
  ['/play/a/b', null],
])('the game named by %s', (path, id) => {
  expect(gameIdOf(path)).toBe(id);
});

test.each([
  [1, 'in 1 seconds'],
  [60, 'in 60 seconds'],
  [600, 'in about 10 minutes'],
  [36000, 'in about 10 hours'],
])('%d s reads as "%s"', (seconds, words) => {
  expect(inWords(seconds)).toBe(words);
});

test('titles break at spaces', () => {
  expect(wrap('The Last Tiny Fox of the Mountain', 14)).toEqual(['The Last Tiny', 'Fox of the', 'Mountain']);
});
