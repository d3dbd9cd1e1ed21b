/** Objects by what they are called: chests, doors, books, potions, gears, flags, portals …; a parcel where no word is known. */
import { darken, lighten, parseHex, toHex } from '../color';
import type { BodyPlan } from '../rig';
import { GLINT, still } from './still';

const TAU = 2 * Math.PI;

export const object: BodyPlan = still(
  (r) => {
    const m = r.of(r.colors[0]);
    const second = r.of(r.colors[1]);
    const wood = r.of('#a4683a');
    const y = r.pose.phase >= 0.5 && !r.is('chest', 'crate', 'box', 'barrel', 'saw', 'sawblade') ? -0.6 : 0;
    if (r.is('chest', 'treasure')) {
      const open = r.pose.motion === 'open';
      r.rect(-6, -0.4, 12, 6.4, wood);
      if (open) {
        r.rect(-6, -6.4, 12, 3, wood);
        r.rect(-5, -2, 10, 2, r.of('#ffd75e'), { tone: 4 });
      } else r.ellipse(0, -0.6, 6.2, 4.6, wood, { clip: (_x, py) => py < -0.4 });
      r.rect(-6, -0.8, 12, 1.2, r.of('#e9b23c'), { within: true, tone: 2 });
      r.rect(-1.2, -1.4, 2.6, 3, r.of('#e9b23c'));
    } else if (r.is('crate', 'box', 'barrel', 'block')) {
      r.rect(-5.6, -5.4, 11.2, 11.2, wood);
      r.limb([-4.4, 4.4], [4.4, -4.4], 0.8, 0.8, wood, { within: true, tone: 1 });
      for (const dy of [-5.4, 4]) r.rect(-5.6, dy, 11.2, 1.6, wood, { within: true, tone: 3 });
    } else if (r.is('book', 'tome', 'scroll', 'letter', 'page', 'diary', 'map')) {
      r.rect(-4.6, -5.4 + y, 9.4, 10.8, m);
      r.rect(3, -4.6 + y, 1.6, 9.4, r.of('#f6eeda'), { within: true, tone: 3 });
      r.rect(-2.4, -3 + y, 4, 2.2, second, { within: true, tone: 3 });
    } else if (r.is('potion', 'flask', 'bottle', 'vial', 'elixir')) {
      r.ellipse(0, 2 + y, 4.6, 4.4, r.of('#cfe3ea'));
      r.ellipse(0, 2.8 + y, 3.8, 3.2, m, { within: true });
      r.rect(-1.4, -4.6 + y, 3, 3, r.of('#cfe3ea'));
      r.rect(-1.8, -6.4 + y, 3.8, 2, wood);
      r.mark(-1.8, 0.8 + y, GLINT);
    } else if (r.is('lantern', 'lamp', 'candle', 'torch', 'lightbulb', 'bulb')) {
      r.rect(-3, -2 + y, 6.2, 7.4, r.of('#fff0a8'), { tone: r.pose.phase >= 0.5 ? 3 : 4 });
      r.rect(-3.8, -4 + y, 7.8, 2, r.of('#5b5068'));
      r.rect(-3.8, 4.6 + y, 7.8, 1.6, r.of('#5b5068'));
      r.limb([0, -4 + y], [0, -6.6 + y], 0.5, 0.5, r.of('#5b5068'));
    } else if (r.is('gear', 'cog', 'wheel', 'saw', 'sawblade', 'blade', 'shuriken')) {
      const steel = r.of(r.is('gear', 'cog', 'wheel') ? r.colors[0] : '#b9c3d4');
      const turn = (r.pose.phase * TAU) / 8;
      for (let i = 0; i < 8; i++)
        r.limb([0, 0], [Math.cos(turn + (i * TAU) / 8) * 5.6, Math.sin(turn + (i * TAU) / 8) * 5.6], 1.2, 0.9, steel, {
          line: false,
          tone: 2,
        });
      r.ellipse(0, 0, 4.4, 4.4, steel, { line: false });
      r.ellipse(0, 0, 1.5, 1.5, r.of('#3a3547'), { within: true, tone: 0 });
    } else if (r.is('flag', 'banner', 'finish')) {
      r.limb([-3.6, 6], [-3.6, -6.4], 0.7, 0.7, r.of('#e8e2d4'));
      const wave = Math.sin(r.pose.phase * TAU) * 0.8;
      r.polygon(
        [
          [-3, -6.2],
          [5.4, -4.6 + wave],
          [-3, -0.8],
        ],
        m,
      );
    } else if (r.is('gate', 'bars', 'grate')) {
      r.rect(-7, -7, 14, 1.6, m);
      r.rect(-7, 4.6, 14, 1.6, m);
      for (const x of [-6, -3, 0, 3, 5.4]) r.rect(x, -7, 1.4, 14, m, { line: false });
    } else if (r.is('door')) {
      const board = r.of(r.colors[0]);
      r.rect(-7.4, -8, 14.8, 16, board);
      for (const x of [-3.8, 0, 3.6]) r.rect(x, -7.4, 0.8, 15, board, { within: true, tone: 1 });
      for (const y2 of [-5.4, 4]) r.rect(-7.4, y2, 14.8, 1.4, r.of('#6b6478'), { within: true, tone: 2 });
      r.ellipse(0, -0.6, 2.6, 2.6, second);
      r.rect(-0.5, -1.2, 1.2, 2.4, r.of('#241b33'), { within: true, tone: 0 });
    } else if (r.is('stairs', 'stair', 'ladder')) {
      r.rect(-7, -6.4, 14, 13, m, { tone: 1 });
      for (let i = 0; i < 5; i++)
        r.rect(-6 + i * 1.1, -5.4 + i * 2.4, 12 - i * 1.1, 1.5, m, { within: true, tone: i < 2 ? 3 : i < 4 ? 2 : 1 });
    } else if (r.is('shrine', 'altar', 'statue')) {
      r.rect(-5, 2, 10, 4, m);
      r.rect(-3.6, -3, 7.2, 5.4, m);
      r.ellipse(0, -5.4, 1.6, 2.2, r.of('#ffd75e'), { tone: r.pose.phase >= 0.5 ? 3 : 4, line: false });
    } else if (r.is('lever', 'switch')) {
      r.rect(-4, 2.4, 8, 3.4, m);
      r.limb([0, 2.4], r.pose.motion === 'open' ? [3.4, -3.6] : [-3.4, -3.6], 0.8, 0.8, second);
      r.ellipse(r.pose.motion === 'open' ? 3.6 : -3.6, -4.4, 1.6, 1.6, r.of('#e2463f'));
    } else if (r.is('magnet')) {
      r.spine(
        [
          [-4, -5],
          [-4, 1],
          [0, 5],
          [4, 1],
          [4, -5],
        ],
        1.6,
        1.6,
        r.of('#e2463f'),
      );
      for (const x of [-4, 4]) r.rect(x - 1.6, -6.4, 3.4, 2.4, r.of('#dfe5ef'));
    } else if (r.is('core', 'power', 'rapid', 'shield')) {
      r.ellipse(0, y, 6, 6, r.of('#2c3350'));
      r.ellipse(0, y, 4.4, 4.4, m, { line: false });
      r.polygon(
        r.is('rapid')
          ? [
              [0.8, -3.6 + y],
              [-2.6, 0.6 + y],
              [-0.2, 0.6 + y],
              [-0.8, 3.6 + y],
              [2.6, -0.6 + y],
              [0.2, -0.6 + y],
            ]
          : [
              [0, -3.4 + y],
              [2.8, 0.4 + y],
              [1, 0.4 + y],
              [1, 3 + y],
              [-1, 3 + y],
              [-1, 0.4 + y],
              [-2.8, 0.4 + y],
            ],
        r.of('#fffbe6'),
        { within: true, tone: 4 },
      );
    } else if (r.is('gauntlet', 'glove', 'fist')) {
      r.rect(-3, 0, 6, 6, r.of('#b0b7c2'));
      r.ellipse(0, -2, 4.6, 3.8, m);
      for (const x of [-2, 0, 2]) r.limb([x, -4.4], [x, -2.4], 0.4, 0.4, m, { within: true, tone: 1 });
    } else if (r.is('platform', 'crumbling', 'plank')) {
      r.rect(-12, -3.4, 24, 6.6, m);
      for (const x of [-7, -1, 5]) r.rect(x, -2.4, 0.9, 5, m, { within: true, tone: 1 });
    } else if (r.is('sight', 'cone')) {
      r.polygon(
        [
          [-6, 0],
          [6, -4],
          [6, 4],
        ],
        r.of('#fff0a8'),
        { tone: 3 },
      );
    } else if (r.is('portal', 'exit')) {
      r.ellipse(0, 0, 5.4, 6.6, m);
      r.ellipse(0, 0, 3.6, 4.8, r.of('#241b3d'), { within: true, tone: 1 });
      r.ellipse(Math.cos(r.pose.phase * TAU) * 1.4, Math.sin(r.pose.phase * TAU) * 2, 1.5, 1.8, m, { within: true, tone: 4 });
    } else if (r.is('spring', 'trampoline', 'bouncer')) {
      const up = r.pose.motion === 'open' ? 2.4 : 0;
      for (let i = 0; i < 3; i++) r.rect(-3.6, 4 - i * (1.6 + up * 0.5), 7.2, 1, r.of('#9aa3b5'), { line: false });
      r.rect(-5, -1.4 - up * 1.6, 10, 2.2, r.of('#e2463f'));
      r.rect(-5, 5, 10, 1.4, r.of('#5b5068'));
    } else if (r.is('bell', 'trophy', 'cup', 'chalice', 'crown', 'ring', 'medal', 'idol', 'relic')) {
      r.polygon(
        [
          [-4.6, -5 + y],
          [4.6, -5 + y],
          [3, 1 + y],
          [1, 2.4 + y],
          [1, 4.4 + y],
          [3, 5.6 + y],
          [-3, 5.6 + y],
          [-1, 4.4 + y],
          [-1, 2.4 + y],
          [-3, 1 + y],
        ],
        r.of('#f5b92e'),
      );
      r.mark(-2.6, -3 + y, GLINT);
    } else if (r.is('cloud')) {
      for (const [x, dy, s] of [
        [-4, 1, 3],
        [0, -1.4, 4],
        [4, 1, 3],
      ] as const)
        r.ellipse(x, dy, s, s * 0.85, r.of('#f4f8ff'), { line: false });
    } else if (r.is('battery', 'energy', 'fuel', 'chip', 'data', 'circuit')) {
      r.rect(-3.4, -4.6 + y, 7, 10, m);
      r.rect(-1.4, -6.2 + y, 3, 1.8, r.of('#c9d2e0'));
      r.polygon(
        [
          [0.6, -3 + y],
          [-1.8, 1 + y],
          [0, 1 + y],
          [-0.6, 4.4 + y],
          [1.8, 0 + y],
          [0, 0 + y],
        ],
        r.of('#fff3a0'),
        { within: true, tone: 4 },
      );
    } else if (r.is('feather', 'leaf')) {
      r.polygon(
        [
          [-4.6, 5 + y],
          [-3.6, -1 + y],
          [1.4, -5.6 + y],
          [5, -5.6 + y],
          [3.6, 0 + y],
          [-2, 4 + y],
        ],
        m,
      );
      r.limb([-5, 5.4 + y], [3, -4 + y], 0.4, 0.4, m, { within: true, tone: 4 });
    } else if (r.is('note', 'music')) {
      r.limb([1.6, -5.4 + y], [1.6, 3 + y], 0.7, 0.7, m);
      r.polygon(
        [
          [1, -6 + y],
          [5.4, -4 + y],
          [5.4, -1.4 + y],
          [1, -3 + y],
        ],
        m,
      );
      r.ellipse(-0.6, 3.6 + y, 2.6, 2, m);
    } else {
      r.polygon(
        [
          [-4.6, -4 + y],
          [0, -6.2 + y],
          [4.6, -4 + y],
          [4.6, 3.6 + y],
          [0, 6 + y],
          [-4.6, 3.6 + y],
        ],
        m,
      );
      r.polygon(
        [
          [-4.6, -4 + y],
          [0, -1.6 + y],
          [0, 6 + y],
          [-4.6, 3.6 + y],
        ],
        m,
        { within: true, tone: 2 },
      );
      r.polygon(
        [
          [0, -1.6 + y],
          [4.6, -4 + y],
          [4.6, 3.6 + y],
          [0, 6 + y],
        ],
        m,
        { within: true, tone: 1 },
      );
      r.polygon(
        [
          [-4.6, -4 + y],
          [0, -6.2 + y],
          [4.6, -4 + y],
          [0, -1.6 + y],
        ],
        m,
        { within: true, tone: 3 },
      );
      r.rect(-0.6, -5 + y, 1.4, 11, r.of(toHex(lighten(parseHex(r.colors[1]), 0.05))), { within: true, tone: 3 });
      if (r.mean) {
        r.eye(-2.2, 1.6 + y, toHex(darken(parseHex(r.colors[0]), 0)));
        r.eye(2.2, 1.6 + y, r.colors[0]);
      }
    }
  },
  { motions: ['fly', 'idle', 'walk', 'open', 'hurt'] },
);
