import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FollowCamera, Shake } from '../src/view/camera';

const level = { left: 0, top: 0, right: 1600, bottom: 400 };

describe('FollowCamera', () => {
  test('never shows what lies outside a level larger than the view', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -50, max: 1700 }), fc.integer({ min: -50, max: 500 })), { minLength: 1, maxLength: 60 }),
        (path) => {
          const camera = new FollowCamera(320, 180);
          for (const [x, y] of path) {
            camera.follow(x, y, 1, level, 1 / 60);
            expect(camera.x).toBeGreaterThanOrEqual(0);
            expect(camera.x).toBeLessThanOrEqual(1280);
            expect(camera.y).toBeGreaterThanOrEqual(0);
            expect(camera.y).toBeLessThanOrEqual(220);
          }
        },
      ),
    );
  });

  test('stands still while the hero stays in the dead zone', () => {
    const camera = new FollowCamera(320, 180);
    camera.jump(800, 200, level);
    const before = camera.x;
    for (let i = 0; i < 60; i++) camera.follow(800 + (i % 9), 200, 0, level, 1 / 60);
    expect(camera.x).toBe(before);
  });

  test('looks ahead of a running hero and keeps it in view', () => {
    const camera = new FollowCamera(320, 180);
    camera.jump(400, 200, level);
    let x = 400;
    for (let i = 0; i < 240; i++) {
      x += 1.5;
      camera.follow(x, 200, 1, level, 1 / 60);
    }
    expect(x - camera.x).toBeLessThan(160);
    expect(x - camera.x).toBeGreaterThan(60);
  });

  test('a level lower than the view stands on its bottom edge', () => {
    const camera = new FollowCamera(320, 180);
    camera.jump(100, 50, { ...level, bottom: 120 });
    expect(camera.y).toBe(-60);
  });
});

describe('Shake', () => {
  test('dies away, and is nothing with reduced motion', () => {
    const shake = new Shake();
    shake.add(1);
    const strength = (): number => Math.hypot(...shake.offset(1 / 60, false));
    expect(Math.max(strength(), strength(), strength())).toBeGreaterThan(1);
    for (let i = 0; i < 60; i++) shake.offset(1 / 60, false);
    expect(strength()).toBe(0);
    shake.add(1);
    expect(shake.offset(1 / 60, true)).toEqual([0, 0]);
  });
});
