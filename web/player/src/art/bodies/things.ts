/** Things without limbs: treasure, food, tools, plants, rocks; they bob, spin or glint. */
import { darken, lighten, parseHex, toHex } from '../color';
import type { BodyPlan, Rig } from '../rig';

const TAU = 2 * Math.PI;
const GLINT: [number, number, number] = [255, 255, 250];

function still(draw: (r: Rig) => void, over: Partial<BodyPlan> = {}): BodyPlan {
  return { half: 7, height: 8, below: 7, solid: 12, stands: false, motions: ['idle', 'open', 'hurt', 'fly'], draw, ...over };
}

export const coin: BodyPlan = still(
  (r) => {
    const gold = r.of(r.spec.colors?.[0] ?? '#f5b92e');
    const w = [5.2, 3.6, 1.2, 3.6][Math.floor(r.pose.phase * 4) % 4] as number;
    r.ellipse(0, 0, w, 5.4, gold);
    if (w > 2) {
      r.ellipse(0, 0, w * 0.62, 3.6, gold, { within: true, tone: 1 });
      r.ellipse(0.3, 0.3, w * 0.5, 3.2, gold, { within: true, tone: 2 });
      r.rect(-0.6, -2, 1.3, 4, gold, { within: true, tone: 4 });
    }
    r.mark(-w * 0.6, -2.4, GLINT);
  },
  { motions: ['fly', 'idle', 'open'] },
);

export const gem: BodyPlan = still((r) => {
  const m = r.of(r.colors[0], 1.25);
  const bob = r.pose.phase >= 0.5 ? -0.7 : 0;
  if (r.is('star', 'starfish')) {
    const points: [number, number][] = [];
    for (let i = 0; i < 10; i++)
      points.push([Math.sin((i * TAU) / 10) * (i % 2 ? 2.9 : 6.2), -Math.cos((i * TAU) / 10) * (i % 2 ? 2.9 : 6.2) + bob]);
    r.polygon(points, m);
    r.mark(-1, -1.4 + bob, GLINT);
    return;
  }
  if (r.is('heart', 'life', 'health')) {
    for (const s of [-2.3, 2.3]) r.ellipse(s, -2 + bob, 2.9, 2.8, m, { line: false });
    r.polygon(
      [
        [-5.1, -1.4 + bob],
        [5.1, -1.4 + bob],
        [0, 5.4 + bob],
      ],
      m,
      { line: false, tone: 2 },
    );
    r.ellipse(-2.6, -2.6 + bob, 1, 1, m, { within: true, tone: 4 });
    return;
  }
  if (r.is('pearl', 'orb', 'bubble', 'ball', 'marble', 'moon', 'snowball')) {
    r.ellipse(0, bob, 5, 5, m);
    r.ellipse(-1.8, -1.8 + bob, 1.4, 1.2, m, { within: true, tone: 4 });
    return;
  }
  r.polygon(
    [
      [-3.2, -5 + bob],
      [3.2, -5 + bob],
      [5.4, -1.6 + bob],
      [0, 5.8 + bob],
      [-5.4, -1.6 + bob],
    ],
    m,
    { tone: 2 },
  );
  r.polygon(
    [
      [-3.2, -5 + bob],
      [0, -5 + bob],
      [-1.8, -1.6 + bob],
      [-5.4, -1.6 + bob],
    ],
    m,
    { within: true, tone: 4 },
  );
  r.polygon(
    [
      [0, -5 + bob],
      [3.2, -5 + bob],
      [1.8, -1.6 + bob],
      [-1.8, -1.6 + bob],
    ],
    m,
    { within: true, tone: 3 },
  );
  r.polygon(
    [
      [1.8, -1.6 + bob],
      [5.4, -1.6 + bob],
      [0, 5.8 + bob],
    ],
    m,
    { within: true, tone: 1 },
  );
  r.mark(-2.6, -3.6 + bob, GLINT);
});

export const key: BodyPlan = still((r) => {
  const gold = r.of(r.spec.colors?.[0] ?? '#f5c542');
  const y = r.pose.phase >= 0.5 ? -0.7 : 0;
  r.ellipse(0, -3.4 + y, 3.4, 3.4, gold);
  r.ellipse(0, -3.4 + y, 1.4, 1.4, r.of('#4a3320'), { within: true, tone: 0 });
  r.rect(-0.8, -0.4 + y, 1.8, 6.4, gold, { line: false });
  for (const dy of [2.6, 4.8]) r.rect(1, dy + y, 2.2, 1.2, gold, { line: false });
});

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

export const weapon: BodyPlan = still((r) => {
  const steel = r.of('#cfd8e6');
  const grip = r.of('#7a4f2e');
  const gold = r.of('#e9b23c');
  if (r.is('axe', 'hatchet')) {
    r.limb([-4, 5], [2.4, -5], 0.8, 0.8, grip);
    r.polygon(
      [
        [0.4, -5.8],
        [5, -6],
        [5.6, -0.6],
        [2, -2],
      ],
      steel,
    );
  } else if (r.is('bow')) {
    r.spine(
      [
        [-3, -5.4],
        [3, -3],
        [3, 3],
        [-3, 5.4],
      ],
      0.8,
      0.8,
      grip,
    );
    r.limb([-3, -5], [-3, 5], 0.4, 0.4, steel);
  } else if (r.is('bomb', 'grenade', 'mine')) {
    r.ellipse(-0.4, 1, 4.8, 4.8, r.of('#39354a'));
    r.ellipse(-2, -0.8, 1.2, 1, r.of('#39354a'), { within: true, tone: 4 });
    r.limb([2.4, -3], [4, -5], 0.8, 0.6, grip);
    r.mark(4.4, -5.6, r.pose.phase >= 0.5 ? [255, 220, 90] : [255, 120, 50]);
  } else if (r.is('arrow', 'spear', 'needle', 'dart')) {
    r.limb([-6, 0], [4, 0], 0.6, 0.6, grip);
    r.polygon(
      [
        [3, -2],
        [7, 0],
        [3, 2],
      ],
      steel,
    );
    r.polygon(
      [
        [-6.6, -1.8],
        [-4, 0],
        [-6.6, 1.8],
      ],
      r.of('#e2463f'),
    );
  } else if (r.is('laser', 'bolt', 'bullet', 'plasma', 'beam')) {
    r.limb([-4, 0], [4, 0], 1.8, 1.8, r.of(r.colors[0]), { tone: 2 });
    r.limb([-3, 0], [4, 0], 0.8, 0.8, r.of(r.colors[0]), { tone: 4 });
  } else {
    r.limb([-3.4, 3.4], [4.6, -4.6], 1.1, 0.6, steel);
    r.limb([-4.6, 1], [-0.8, 4.6], 0.7, 0.7, gold);
    r.limb([-3.4, 3.4], [-5.2, 5.2], 0.8, 0.8, grip);
  }
});

export const rock: BodyPlan = still((r) => {
  const m = r.of(r.colors[0]);
  r.polygon(
    [
      [-6, 3],
      [-5, -2.4],
      [-1.6, -5.4],
      [3, -4.8],
      [6, -0.6],
      [5.4, 4],
      [1, 5.6],
      [-4, 5.4],
    ],
    m,
  );
  r.polygon(
    [
      [-4, -1.4],
      [-1, -4.2],
      [1.6, -3.6],
      [-1.4, -0.4],
    ],
    m,
    { within: true, tone: 3 },
  );
  r.limb([1.6, 0.4], [3.6, 3], 0.5, 0.4, m, { within: true, tone: 1 });
  if (r.mean) {
    r.eye(-1, 1, r.colors[0]);
    r.eye(2.4, 1, r.colors[0]);
  }
});

export const plant: BodyPlan = still(
  (r) => {
    const m = r.of(r.colors[0]);
    const leaf = r.of('#4f9f45');
    const sway = Math.sin(r.pose.phase * TAU) * 0.5;
    if (r.is('cactus')) {
      r.limb([0, 0], [0, -11], 2.6, 2.4, leaf);
      r.spine(
        [
          [0, -5],
          [-4.6, -5.4],
          [-4.8, -8.4],
        ],
        1.4,
        1.3,
        leaf,
      );
      r.spine(
        [
          [0, -4],
          [4.4, -4.6],
          [4.6, -7],
        ],
        1.3,
        1.2,
        leaf,
      );
      r.ellipse(0, -13.4, 1.6, 1.2, r.of('#ef7fa8'));
      r.eye(-0.6, -7.6, '#4f9f45');
      r.eye(1.4, -7.6, '#4f9f45');
    } else if (r.is('mushroom', 'toadstool', 'fungus')) {
      const step = r.pose.motion === 'walk' ? Math.sin(r.pose.phase * TAU) : 0;
      for (const s of [-1.6, 1.6]) r.ellipse(s + step * s * 0.3, -0.8, 1.7, 1, r.of('#7a4f2e'), { line: false });
      r.rect(-3, -6, 6.2, 5.4, r.of('#f3e3c4'));
      r.ellipse(0, -7 + sway * 0.6, 6.8, 6, m, { clip: (_x, y) => y < -5.4 });
      for (const [x, y] of [
        [-3.4, -8.6],
        [0.6, -10.6],
        [4, -7.4],
      ] as const)
        r.ellipse(x, y, 1.3, 1.2, r.of('#fff3dc'), { within: true, tone: 3 });
      r.eye(-0.2, -3.4, '#f3e3c4');
      r.eye(2, -3.4, '#f3e3c4');
    } else if (r.is('tree', 'pine', 'treant', 'ent')) {
      r.limb([0, 0], [0, -5], 1.8, 1.6, r.of('#7a4f2e'));
      for (const [x, y, s] of [
        [-2.6, -7, 3.4],
        [2.6, -7, 3.4],
        [0, -10.4, 3.8],
      ] as const)
        r.ellipse(x + sway, y, s, s * 0.9, m);
      r.eye(-0.6, -7.4, r.colors[0]);
      r.eye(2, -7.4, r.colors[0]);
    } else {
      r.limb([0, 0], [sway, -7], 0.8, 0.7, leaf);
      r.ellipse(-2.4, -2.4, 2.2, 1, leaf);
      r.ellipse(2.6, -3.4, 2.2, 1, leaf);
      for (let i = 0; i < 6; i++) r.ellipse(sway + Math.cos((i * TAU) / 6) * 3.2, -9.4 + Math.sin((i * TAU) / 6) * 3.2, 2, 2, m);
      r.ellipse(sway, -9.4, 2.4, 2.3, r.of(r.spec.colors?.[1] ?? '#f7d24a'));
      if (r.mean) {
        r.eye(sway - 0.8, -9, '#f7d24a');
        r.eye(sway + 1.2, -9, '#f7d24a');
      }
    }
  },
  { height: 17, below: 1, stands: true, motions: ['idle', 'walk', 'attack', 'hurt'] },
);

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

/** A round shot with a hot middle. */
export const orb: BodyPlan = still(
  (r) => {
    const m = r.of(r.colors[0], 1.1);
    r.ellipse(0, 0, 5.4, 5.4, m, { tone: 2 });
    r.ellipse(-0.6, -0.6, 3.6, 3.6, m, { tone: 3, line: false });
    r.ellipse(-1, -1, 1.9, 1.9, m, { tone: 4, line: false });
  },
  { solid: 11, motions: ['idle', 'fly'] },
);

/** The sweep of a blade, pointing right. */
export const slash: BodyPlan = still(
  (r) => {
    const m = r.of('#f4f7ff');
    r.spine(
      [
        [-1, -7],
        [4, -4.6],
        [6, 0],
        [4, 4.6],
        [-1, 7],
      ],
      1.1,
      1.1,
      m,
      { tone: 3 },
    );
    r.spine(
      [
        [0, -5.4],
        [4, -3],
        [4.8, 0],
        [4, 3],
        [0, 5.4],
      ],
      0.7,
      0.7,
      m,
      { tone: 4 },
    );
  },
  { motions: ['idle', 'fly'] },
);
