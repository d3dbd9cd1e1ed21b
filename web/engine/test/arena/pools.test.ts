import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E_TYPE, E_VX, E_VY, E_X, ENTITIES, FREE, newState, STRIDE } from '../../src/core/state';
import { advance, firstUsed, nextUsed, type Pool, release, releaseAll, take, used } from '../../src/systems/projectiles';

const POOL: Pool = { from: 3, to: 11, count: 50 };
const CAPACITY = 16;

function offsets(state: Int32Array): number[] {
  const out: number[] = [];
  for (let at = firstUsed(state, POOL); at >= 0; at = nextUsed(state, POOL, at + STRIDE)) out.push(at);
  return out;
}

describe('pools', () => {
  it('agree with a plain set under any sequence of takes and releases', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(20)), { maxLength: 60 }), (steps) => {
        const state = newState(CAPACITY, 1);
        const untouched = state.slice();
        const model = new Set<number>();
        for (const [add, which] of steps) {
          if (add) {
            const at = take(state, POOL, which, which * 10, 5);
            expect(at < 0).toBe(model.size === POOL.to - POOL.from);
            if (at >= 0) {
              expect(model.has(at)).toBe(false);
              expect(state[at + E_TYPE]).toBe(which);
              expect(state[at + E_X]).toBe(which * 10);
              expect(state[at + E_VX]).toBe(0);
              model.add(at);
            }
          } else if (model.size > 0) {
            const at = [...model][which % model.size] as number;
            release(state, POOL, at);
            model.delete(at);
          }
          expect(used(state, POOL)).toBe(model.size);
          expect(offsets(state)).toEqual([...model].sort((a, b) => a - b));
          expect((state[POOL.count] as number) === 0).toBe(model.size === 0);
        }
        expect(releaseAll(state, POOL)).toBe(model.size);
        // Given back, nothing is left: equal games have equal hashes.
        expect([...state]).toEqual([...untouched]);
      }),
    );
  });

  it('never touch the slots of their neighbours', () => {
    const state = newState(CAPACITY, 1);
    for (let i = 0; i < 20; i++) take(state, POOL, 7, 0, 0);
    expect(used(state, POOL)).toBe(8);
    for (const slot of [0, 2, 11, 15]) expect(state[ENTITIES + slot * STRIDE]).toBe(FREE);
  });

  it('advance along the velocity', () => {
    const state = newState(CAPACITY, 1);
    const at = take(state, POOL, 1, 100, 200);
    state[at + E_VX] = -30;
    state[at + E_VY] = 7;
    advance(state, at);
    expect([state[at + E_X], state[at + E_X + 1]]).toEqual([70, 207]);
  });
});
