import { describe, expect, it } from 'vitest';
import { before, proposals } from '../src/home/proposals';

describe('proposals', () => {
  it.each([
    [
      "I am not sure that I would do all of it. Say for example: 'snow everywhere', or: \"put a cat in Hobbs's barn\". What shall it be?",
      ['snow everywhere', "put a cat in Hobbs's barn"],
    ],
    [
      "I do not know the queen. Say for example: 'make it night' or 'put a globe in the hall'.",
      ['make it night', 'put a globe in the hall'],
    ],
    ["Shall I add one? Say for example: 'add a dragon in the cave'.", ['add a dragon in the cave']],
    [
      'Where shall it be hidden? Say for example: hide a key in the barn, or: add a mill next to the barn.',
      ['hide a key in the barn', 'add a mill next to the barn'],
    ],
    [
      'Say for example: make the sounds sadder, or: one should hear bells in the hall. Which shall it be?',
      ['make the sounds sadder', 'one should hear bells in the hall'],
    ],
    ['Who shall be called Otto? Say for example: Mara should say "Good evening".', ['Mara should say "Good evening"']],
  ])('are read from %s', (reply, expected) => {
    expect(proposals(reply)).toEqual(expected);
  });

  it('are none in what was done, and none with a blank', () => {
    expect(proposals("Renamed the world to 'Nine Lives'.")).toEqual([]);
    expect(proposals('Say for example: lock the PLACE with a silver key found in the OTHER PLACE.')).toEqual([]);
  });

  it('stand behind what is said before them', () => {
    expect(before("Shall I add one? Say for example: 'add a dragon in the cave'.")).toBe('Shall I add one?');
    expect(before('It now snows.')).toBe('It now snows.');
  });
});
