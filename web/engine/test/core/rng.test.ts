import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeInputs, encodeInputs } from '../../src/core/rle';
import { nextRandom, Rng } from '../../src/core/rng';
import { newState } from '../../src/core/state';

describe('randomness', () => {
  it('gives the same numbers in the state and outside it', () => {
    const state = newState(0, 42);
    const rng = new Rng(42);
    for (let i = 0; i < 100; i++) expect(nextRandom(state)).toBe(rng.next());
  });

  it('has known first numbers', () => {
    const rng = new Rng(1);
    expect([rng.next(), rng.next(), rng.next()]).toEqual([2693262067, 11749833, 2265367787]);
  });

  it('streams of other names differ, of the same name agree', () => {
    expect(Rng.stream(7, 'a').next()).toBe(Rng.stream(7, 'a').next());
    expect(Rng.stream(7, 'a').next()).not.toBe(Rng.stream(7, 'b').next());
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (seed, low, span) => {
        const r = new Rng(seed).range(low, low + span);
        return r >= low && r <= low + span;
      }),
    );
  });
});

describe('run-length inputs', () => {
  it('come back as they went in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 63 }), { maxLength: 600 }), (inputs) => {
        expect(decodeInputs(encodeInputs(inputs))).toEqual(inputs);
      }),
    );
  });

  it('refuses what is no input', () => {
    expect(() => decodeInputs('zz')).toThrow(/not an input/);
    expect(() => decodeInputs('1--2')).toThrow(/not a run/);
    expect(() => decodeInputs('1-zzzz')).toThrow(/more than/);
  });
});
