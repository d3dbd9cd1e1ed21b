import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { due, ORDER, schedule } from '../../src/systems/waves';

const wave = fc.record({
  at: fc.nat(4000),
  type: fc.constantFrom('bat', 'bee'),
  count: fc.nat(40),
  pattern: fc.constant('line'),
  every: fc.nat(30),
});

describe('wave schedule', () => {
  it('holds every member once, in order of time', () => {
    fc.assert(
      fc.property(fc.array(wave, { maxLength: 12 }), (waves) => {
        const orders = schedule(waves, (type) => (type === 'bat' ? 0 : 1));
        expect(orders.length).toBe(ORDER * waves.reduce((sum, w) => sum + w.count, 0));
        const seen = new Set<string>();
        for (let i = 0; i < orders.length; i += ORDER) {
          const [at, type, index, ordinal] = orders.slice(i, i + ORDER) as unknown as [number, number, number, number];
          const source = waves[index] as (typeof waves)[number];
          const inTime = i === 0 || at >= (orders[i - ORDER] as number);
          const right = at === source.at + ordinal * source.every && type === (source.type === 'bat' ? 0 : 1) && ordinal < source.count;
          if (!right || !inTime) throw new Error(`order ${i / ORDER} is wrong`);
          seen.add(`${index}/${ordinal}`);
        }
        expect(seen.size).toBe(orders.length / ORDER);
      }),
    );
  });

  it('says when an order is due', () => {
    const orders = schedule([{ at: 10, type: 'bat', count: 2, pattern: 'line', every: 5 }], () => 0);
    expect([due(orders, 0, 9), due(orders, 0, 10), due(orders, 1, 14), due(orders, 1, 15), due(orders, 2, 99)]).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });
});
