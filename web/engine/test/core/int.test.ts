import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approach, atan256, clamp, cos256, isqrt, sin256 } from '../../src/core/int';

describe('integer mathematics', () => {
  it('isqrt is the floor of the square root', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 52 }), (n) => {
        const r = isqrt(n);
        return BigInt(r) * BigInt(r) <= BigInt(n) && BigInt(r + 1) * BigInt(r + 1) > BigInt(n);
      }),
    );
  });

  it('sin256 and cos256 follow Math within a unit', () => {
    for (let a = -300; a < 600; a++) {
      expect(Math.abs(sin256(a) - 16384 * Math.sin((a * Math.PI) / 128))).toBeLessThanOrEqual(1);
      expect(Math.abs(cos256(a) - 16384 * Math.cos((a * Math.PI) / 128))).toBeLessThanOrEqual(1);
    }
  });

  it('atan256 follows Math.atan2 within a step', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: -100_000, max: 100_000 }), (dy, dx) => {
        if (dx === 0 && dy === 0) return true;
        const exact = (Math.atan2(dy, dx) * 128) / Math.PI;
        const off = (((atan256(dy, dx) - exact + 128) % 256) + 256) % 256;
        return Math.abs(off - 128) <= 1.01;
      }),
    );
  });

  it('approach never passes its target and clamp stays inside', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.nat(), (value, target, amount) => {
        const next = approach(value, target, amount);
        return Math.abs(next - target) <= Math.abs(value - target) && Math.abs(next - value) <= amount;
      }),
    );
    expect([clamp(5, 0, 3), clamp(-5, 0, 3), clamp(2, 0, 3)]).toEqual([3, 0, 2]);
  });
});
