/** Food by name; an apple where no word is known. */
import type { BodyPlan } from '../rig';
import { GLINT, still } from './still';

export const food: BodyPlan = still((r) => {
  const [main, second] = r.colors;
  const m = r.of(main);
  const leaf = r.of('#5fae4a');
  const y = r.pose.phase >= 0.5 ? -0.6 : 0;
  if (r.is('carrot', 'parsnip')) {
    r.polygon(
      [
        [-3, -3 + y],
        [3, -3 + y],
        [0.4, 6.4 + y],
        [-0.4, 6.4 + y],
      ],
      r.of(r.spec.colors?.[0] ?? '#f0842c'),
    );
    for (const x of [-2, 0, 2]) r.limb([x * 0.4, -3 + y], [x, -6.6 + y], 0.8, 0.7, leaf);
  } else if (r.is('cherry', 'berry', 'blueberry', 'raspberry', 'grape')) {
    for (const x of [-2.6, 2.4]) {
      r.limb([x, 1 + y], [0.6, -5 + y], 0.4, 0.4, leaf);
      r.ellipse(x, 2.4 + y, 2.8, 2.8, m);
      r.mark(x - 1, 1.4 + y, GLINT);
    }
  } else if (r.is('banana', 'moon', 'croissant'))
    r.spine(
      [
        [-3, -4 + y],
        [-2.4, 0.6 + y],
        [0.6, 3.4 + y],
        [4.6, 3.8 + y],
      ],
      1.4,
      1.2,
      r.of('#f5d142'),
    );
  else if (r.is('cake', 'cupcake', 'muffin', 'pie', 'pudding')) {
    r.polygon(
      [
        [-4.4, 0.4 + y],
        [4.4, 0.4 + y],
        [3.2, 5.6 + y],
        [-3.2, 5.6 + y],
      ],
      r.of('#c98a4b'),
    );
    r.ellipse(0, -0.6 + y, 5, 2.8, r.of(second));
    r.ellipse(0, -3 + y, 3, 2.2, r.of(second), { line: false });
    r.ellipse(0, -5.2 + y, 1.3, 1.3, r.of('#e2463f'));
  } else if (r.is('donut', 'doughnut', 'bagel')) {
    r.ellipse(0, y, 5.6, 5.2, r.of('#d9a05b'));
    r.ellipse(0, -0.5 + y, 4.9, 4.4, r.of(main), { within: true });
    r.ellipse(0, y, 1.7, 1.5, r.of('#6b3b28'), { within: true, tone: 0 });
  } else if (r.is('pizza', 'cheese', 'watermelon', 'slice')) {
    r.polygon(
      [
        [-5, -4 + y],
        [5, -4 + y],
        [0, 6 + y],
      ],
      r.of(r.is('watermelon') ? '#ef5566' : '#f6c84c'),
    );
    r.rect(-5.4, -5.4 + y, 11, 1.8, r.of(r.is('watermelon') ? '#5fae4a' : '#c47f3d'));
    for (const [x, dy] of [
      [-1.6, -1.6],
      [1.8, -0.8],
      [0, 2],
    ] as const)
      r.ellipse(x, dy + y, 0.9, 0.9, r.of(r.is('watermelon') ? '#33202a' : '#d9483b'), { within: true, tone: 1 });
  } else if (r.is('cookie', 'biscuit', 'cracker')) {
    r.ellipse(0, y, 5.2, 5, r.of('#d79a54'));
    for (const [x, dy] of [
      [-2, -1.4],
      [1.6, -2],
      [0, 1.4],
      [2.6, 1.4],
      [-2.4, 2],
    ] as const)
      r.ellipse(x, dy + y, 0.9, 0.9, r.of('#5a3424'), { within: true, tone: 1 });
  } else if (r.is('candy', 'lollipop', 'sweet', 'bonbon', 'gumdrop')) {
    for (const s of [-1, 1])
      r.polygon(
        [
          [s * 3, y],
          [s * 6.6, -3 + y],
          [s * 6.6, 3 + y],
        ],
        m,
      );
    r.ellipse(0, y, 4.2, 4, m);
    r.limb([-1.6, 3 + y], [1.6, -3 + y], 0.8, 0.8, r.of('#fff6ee'), { within: true, tone: 3 });
  } else if (r.is('mushroom', 'toadstool')) {
    r.rect(-2, 0 + y, 4.2, 5.4, r.of('#f3e3c4'));
    r.ellipse(0, -1 + y, 5.8, 4.8, m, { clip: (_x, py) => py < 1 + y });
    for (const [x, dy] of [
      [-2.6, -2.4],
      [1, -3.6],
      [3.4, -1],
    ] as const)
      r.ellipse(x, dy + y, 1.1, 1, r.of('#fff3dc'), { within: true, tone: 3 });
  } else if (r.is('egg', 'acorn', 'nut')) {
    r.ellipse(0, 0.4 + y, 3.8, 5, m);
    if (!r.is('egg')) r.ellipse(0, -2.6 + y, 4.4, 2.2, r.of('#7a4f2e'));
  } else if (r.is('honey', 'jam', 'soup', 'tea', 'coffee', 'milk', 'potion', 'juice')) {
    r.rect(-3.6, -3 + y, 7.4, 8.4, r.of('#cfe3ea'));
    r.rect(-3, -0.6 + y, 6.2, 5.6, m, { within: true });
    r.rect(-3.2, -5 + y, 6.6, 2, r.of('#9a6a3c'));
  } else if (r.is('fish', 'sushi')) {
    r.polygon(
      [
        [-3.4, y],
        [-6.4, -3 + y],
        [-6.4, 3 + y],
      ],
      m,
    );
    r.ellipse(0.6, y, 5, 3.2, m);
    r.eye(3, 0 + y, main, 0.8);
  } else if (r.is('strawberry')) {
    r.polygon(
      [
        [-4.6, -2.4 + y],
        [0, -4 + y],
        [4.6, -2.4 + y],
        [3, 2.6 + y],
        [0, 6 + y],
        [-3, 2.6 + y],
      ],
      m,
    );
    for (const [x, dy] of [
      [-2, -0.6],
      [1.6, -0.8],
      [0, 2],
    ] as const)
      r.mark(x, dy + y, [255, 232, 160]);
    for (const x of [-2, 0, 2]) r.limb([0, -3.6 + y], [x * 1.4, -4.6 + y], 0.8, 0.5, leaf);
  } else if (r.is('pumpkin')) {
    for (const x of [-2.8, 2.8, 0]) r.ellipse(x, 0.6 + y, 3, 4.6, r.of('#ef8a2c'));
    r.limb([0, -3.6 + y], [1, -6 + y], 0.8, 0.7, leaf);
  } else {
    for (const x of [-1.8, 1.8]) r.ellipse(x, 0.8 + y, 3.7, 4.6, m, { line: false });
    r.limb([0, -3 + y], [0.6, -6 + y], 0.6, 0.5, r.of('#7a4f2e'));
    r.ellipse(2.4, -5.2 + y, 1.8, 1, leaf);
    r.ellipse(-2.4, -1.2 + y, 1, 1.4, m, { within: true, tone: 4 });
  }
});
