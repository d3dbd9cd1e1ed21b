import { describe, expect, test } from 'vitest';
import { Stepper } from '../src/view/stepper';

describe('Stepper', () => {
  test.each([30, 59.94, 60, 75, 120, 144])('makes 60 steps a second at %d frames a second', (rate) => {
    const stepper = new Stepper();
    let steps = 0;
    for (let i = 0; i < Math.round(rate * 10); i++) steps += stepper.advance(1000 / rate).steps;
    expect(Math.abs(steps - 600)).toBeLessThanOrEqual(2);
  });

  test('cuts a long pause instead of catching up', () => {
    expect(new Stepper().advance(5000).steps).toBe(6);
  });

  test('multiplies by the speed', () => {
    const stepper = new Stepper();
    let steps = 0;
    for (let i = 0; i < 60; i++) steps += stepper.advance(1000 / 60, 4).steps;
    expect(Math.abs(steps - 240)).toBeLessThanOrEqual(1);
  });

  test('the blend stays within the step', () => {
    const stepper = new Stepper();
    for (let i = 0; i < 500; i++) {
      const { blend } = stepper.advance(3 + (i % 11));
      expect(blend).toBeGreaterThanOrEqual(0);
      expect(blend).toBeLessThanOrEqual(1);
    }
  });
});
