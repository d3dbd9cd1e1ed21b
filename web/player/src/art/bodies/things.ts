/** Things without limbs: treasure, weapons, plants, rocks, shots; they bob, spin or glint. */
import type { BodyPlan } from '../rig';
import { GLINT, still } from './still';

const TAU = 2 * Math.PI;

export const coin: BodyPlan = still(
  (r) => {
    const gold = r.of(r.spec.colors?.[0] ?? '#f5b92e');
    // At rest it only tilts; turning shows its edge for a moment.
    const turn = r.pose.motion === 'idle' ? [5.2, 4.4] : [5.2, 3.6, 1.2, 3.6];
    const w = turn[Math.floor(r.pose.phase * turn.length) % turn.length] as number;
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
