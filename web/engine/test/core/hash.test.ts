import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, sha256, stateHash } from '../../src/core/hash';

describe('hashes', () => {
  it('knows the FIPS 180-4 vectors', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });

  it('agrees with node:crypto on any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        (text) => sha256(text) === createHash('sha256').update(text, 'utf8').digest('hex'),
      ),
    );
  });

  it('canonical text does not depend on the order of members', () => {
    expect(canonical({ b: 1, a: [undefined, { d: 2, c: undefined }] })).toBe('{"a":[null,{"d":2}],"b":1}');
  });

  it('a single changed word changes the state hash', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        (words, at, by) => {
          const a = Int32Array.from(words);
          const b = a.slice();
          const i = at % a.length;
          b[i] = (b[i] as number) ^ by;
          return stateHash(a) !== stateHash(b) && stateHash(a) === stateHash(a.slice());
        },
      ),
    );
  });
});
