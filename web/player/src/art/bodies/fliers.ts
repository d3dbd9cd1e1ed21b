/** What flies or floats: birds, bats, dragons, ghosts, flames. */
import { lighten, parseHex, toHex } from '../color';
import type { BodyPlan } from '../rig';

const TAU = 2 * Math.PI;

export const bird: BodyPlan = {
  half: 11,
  height: 12,
  below: 7,
  solid: 11,
  stands: false,
  motions: ['fly', 'idle', 'walk', 'jump', 'fall', 'attack', 'hurt', 'sleep'],
  draw(r) {
    const { motion, phase } = r.pose;
    const main = r.of(r.colors[0]);
    const second = r.of(r.colors[1]);
    const flat = r.is('penguin', 'chicken', 'chick', 'hen', 'rooster', 'duck', 'duckling', 'ostrich', 'turkey', 'emu', 'kiwi');
    const beat =
      motion === 'fly' || motion === 'walk'
        ? Math.sin(phase * TAU)
        : motion === 'jump'
          ? -0.9
          : motion === 'fall'
            ? 0.9
            : flat
              ? -0.7
              : Math.sin(phase * TAU) * 0.4;
    const y = motion === 'fly' ? -beat * 0.5 : 0;
    if (r.is('bat', 'vampire')) {
      for (const s of [-1, 1]) {
        const wy = y - beat * 4.6;
        r.polygon(
          [
            [s * 1.8, y - 1.6],
            [s * 5.4, wy - 3],
            [s * 9.6, wy],
            [s * 7.6, wy + 2],
            [s * 5.8, wy + 1.2],
            [s * 4.2, y + 2.6],
          ],
          r.of(r.colors[0]),
          { bias: -1 },
        );
      }
      r.ellipse(0, y, 3.7, 3.7, main);
      for (const s of [-1.8, 1.8])
        r.polygon(
          [
            [s - 1.3, y - 2.4],
            [s * 1.5, y - 6.4],
            [s + 1.3, y - 2.6],
          ],
          main,
        );
      r.eye(-0.4, y + 0.4, r.colors[0]);
      r.eye(2, y + 0.4, r.colors[0]);
      for (const x of [0.2, 1.8]) r.mark(x, y + 2.2, [255, 255, 255]);
      return;
    }
    const beak = r.of(r.is('parrot', 'toucan', 'penguin', 'duck') ? '#f59b2e' : '#f2b33d');
    for (const x of [-1, 1.4]) {
      const [dx, dy] = flat ? r.foot(x < 0 ? 0.5 : 0, 1.6, 1.2) : [0, 0];
      r.limb([x, y + 3], [x + dx, y + 6 + dy], 0.6, 0.5, beak, { line: false });
      r.limb([x + dx, y + 6 + dy], [x + dx + 1.4, y + 6.2 + dy], 0.5, 0.4, beak, { line: false });
    }
    if (!flat || r.is('rooster', 'turkey'))
      r.polygon(
        [
          [-4, y - 0.6],
          [-9, y - 2.4 + beat],
          [-8.4, y + 0.8 + beat],
          [-4, y + 2.4],
        ],
        second,
      );
    if (!flat)
      r.polygon(
        [
          [0.6, y - 1],
          [-1, y - beat * 6.4 - 1.6],
          [-5, y - beat * 5 - 0.6],
          [-3, y + 1.4],
        ],
        main,
        { bias: -1 },
      );
    r.ellipse(-0.4, y + 0.4, 5, 4.6, main);
    r.ellipse(0.8, y + 2, 3.4, 3, r.is('penguin') ? r.of('#f8f6f0') : second, { within: true });
    r.ellipse(2.8, y - 3.8, 3.5, 3.3, main);
    if (r.is('penguin', 'puffin')) r.ellipse(3.8, y - 3.2, 2.2, 2, r.of('#f8f6f0'), { within: true });
    if (r.is('owl')) r.ellipse(3.4, y - 3.6, 2.6, 2.3, second, { within: true });
    const gape = motion === 'attack' ? 0.6 : 0;
    r.polygon(
      [
        [5.4, y - 4.8 - gape],
        [r.is('toucan', 'parrot', 'pelican') ? 10 : 8.8, y - 3.2],
        [5.4, y - 2 + gape],
      ],
      beak,
      { line: false },
    );
    if (r.is('parrot', 'cockatoo', 'cardinal', 'rooster', 'chicken', 'phoenix'))
      for (const x of [0.8, 2.2, 3.4])
        r.limb([x, y - 6.4], [x - 1, y - 8.8], 0.8, 0.6, r.of(r.is('rooster', 'chicken') ? '#e2463f' : r.colors[2]));
    if (r.is('owl', 'eagle'))
      for (const x of [1.2, 4.2])
        r.polygon(
          [
            [x - 0.8, y - 6],
            [x - 0.4, y - 8.6],
            [x + 1, y - 6.4],
          ],
          main,
        );
    r.eye(3.4, y - 3.2, r.is('penguin', 'puffin') ? '#ffffff' : r.colors[0]);
    const wing: [number, number] = [-4.4, y + 0.4 - beat * 5.4];
    r.polygon([[1.2, y - 0.6], [-0.4, y + 2.4], wing[1] > y ? [-5, wing[1]] : [-4.8, wing[1] - 0.6], [-3.2, y - 0.8]], second, {
      bias: -1,
    });
  },
};

export const ghost: BodyPlan = {
  half: 9,
  height: 10,
  below: 8,
  solid: 13,
  stands: false,
  motions: ['fly', 'idle', 'walk', 'attack', 'hurt'],
  draw(r) {
    const main = r.of(r.colors[0], 0.8);
    const p = r.pose.phase * TAU;
    const y = Math.round(Math.sin(p) * 0.8);
    const hem: [number, number][] = [];
    for (let i = 0; i <= 8; i++) hem.push([5.2 - i * 1.3 - 0.4, 6.2 + y + (i % 2 === 0 ? -1.4 : 0.8) + Math.sin(p + i) * 0.5]);
    r.polygon([[-5.6, -1.6 + y], [5, -1.6 + y], ...hem], main, { line: false });
    r.ellipse(-0.2, -1.8 + y, 5.4, 5.6, main, { line: false });
    r.ellipse(-2.2, -4.4 + y, 1.6, 1.2, main, { within: true, tone: 4 });
    for (const s of [-1, 1])
      r.limb(
        [s * 4.6 - 0.2, 1 + y],
        [s * 7 - 0.2 + (r.pose.motion === 'attack' ? 1.4 : 0), (r.pose.motion === 'attack' ? -1.4 : 1.8) + y],
        1.3,
        0.9,
        main,
      );
    if (r.is('reaper', 'wraith', 'specter', 'spectre', 'phantom'))
      r.ellipse(1, -1.4 + y, 3.2, 3.4, r.of('#241b33'), { within: true, tone: 0 });
    const face = r.is('reaper', 'wraith') ? '#241b33' : r.colors[0];
    r.eye(0.2, -0.8 + y, face, 1.25);
    r.eye(3, -0.8 + y, face, 1.25);
    if (r.k >= 0.8) {
      r.mark(1.4, 1.6 + y, [44, 26, 52]);
      if (r.mean) r.mark(2, 1.6 + y, [44, 26, 52]);
    }
  },
};

export const dragon: BodyPlan = {
  half: 14,
  height: 21,
  below: 1,
  solid: 15,
  stands: true,
  motions: ['idle', 'walk', 'fly', 'jump', 'fall', 'attack', 'hurt', 'sleep'],
  draw(r) {
    const { motion, phase } = r.pose;
    const skin = r.of(r.colors[0]);
    const belly = r.of(r.spec.colors?.[1] ?? '#f0d08a');
    const membrane = r.of(toHex(lighten(parseHex(r.colors[2]), 0.06)));
    const beat =
      motion === 'fly' || motion === 'jump' || motion === 'fall'
        ? Math.sin(phase * TAU + (motion === 'fall' ? 2 : 0))
        : Math.sin(phase * TAU) * 0.25 + 0.5;
    const y = r.bob;
    r.polygon(
      [
        [0, -9 + y],
        [-2.6, -13 - beat * 5 + y],
        [-9.6, -12 - beat * 5.5 + y],
        [-6.4, -8 - beat * 2 + y],
        [-3.4, -6 + y],
      ],
      membrane,
      { bias: -1 },
    );
    r.spine(
      [
        [-4, -4 + y],
        [-8, -2.2 + y],
        [-11, -3.6 + y - beat * 0.6],
        [-12.4, -5.8 + y - beat * 0.6],
      ],
      2.2,
      0.7,
      skin,
    );
    r.polygon(
      [
        [-12, -6 + y - beat * 0.6],
        [-14, -9 + y - beat * 0.6],
        [-11, -7.6 + y - beat * 0.6],
      ],
      membrane,
    );
    for (const [x, o] of [
      [-2, 0.5],
      [2.4, 0],
    ] as const) {
      const [dx, dy] = r.foot(o, 2, 1.6);
      r.limb([x, -3.6 + y], [x + dx, -0.9 + dy], 1.8, 1.3, skin, { bias: o > 0 ? -1 : 0 });
      r.ellipse(x + dx + 0.8, -0.8 + dy, 1.8, 1, skin, { line: false });
    }
    r.ellipse(-0.4, -6 + y, 5, 4.4, skin);
    r.ellipse(1.6, -4.8 + y, 3.2, 3.2, belly, { within: true });
    const lunge = motion === 'attack' ? 1.6 : 0;
    r.limb([2.4, -8 + y], [4.6 + lunge, -12.4 + y], 2.4, 2.2, skin, { line: false });
    for (const [x, py] of [
      [-3.4, -9.6],
      [-0.6, -10.8],
      [1.6, -12.6],
    ] as const)
      r.polygon(
        [
          [x - 1.2, py + 0.8 + y],
          [x - 0.4, py - 2 + y],
          [x + 1.2, py + 1 + y],
        ],
        r.of(r.colors[2]),
      );
    for (const s of [2.6, 5])
      r.spine(
        [
          [s + lunge, -15.4 + y],
          [s - 1.6 + lunge, -18 + y],
          [s - 2.8 + lunge, -18.6 + y],
        ],
        0.9,
        0.5,
        r.of('#f1e3c2'),
      );
    r.ellipse(5 + lunge, -13.6 + y, 4, 3.5, skin);
    r.ellipse(8.6 + lunge, -12.6 + y, 2.9, 2, skin, { line: false });
    if (motion === 'attack')
      r.polygon(
        [
          [9, -11.2 + y],
          [13.4, -12.6 + y],
          [13, -9.4 + y],
        ],
        r.of('#ff9a3c'),
        { tone: 3 },
      );
    r.mark(10.2 + lunge, -13.2 + y, [40, 24, 40]);
    r.eye(5.8 + lunge, -13.4 + y, r.colors[0], 1.1);
    const fore: [number, number] = [-4.6, -13.4 - beat * 6 + y];
    r.polygon(
      [
        [1.6, -9 + y],
        [0.8, fore[1]],
        [-6.4, fore[1] + 1.2],
        [-4.6, -9 - beat + y],
        [-1.6, -7 + y],
      ],
      membrane,
    );
    r.limb([1.4, -8.6 + y], [0.8, fore[1]], 0.8, 0.6, skin);
  },
};

export const flame: BodyPlan = {
  half: 8,
  height: 15,
  below: 1,
  solid: 12,
  stands: true,
  motions: ['idle', 'walk', 'fly', 'attack', 'hurt'],
  draw(r) {
    const outer = r.spec.colors?.[0] ?? '#f2622d';
    const flick = Math.sin(r.pose.phase * TAU);
    r.polygon(
      [
        [-4.6, -4],
        [-5 + flick * 0.6, -8],
        [-2.6, -7],
        [-1 + flick, -14],
        [1.6, -9],
        [3.4 - flick * 0.8, -11],
        [5, -5],
      ],
      r.of(outer),
      { tone: 2 },
    );
    r.ellipse(0, -4.2, 5, 4, r.of(outer), { line: false, tone: 2 });
    r.ellipse(0.2, -3.8, 3.5, 3.2, r.of('#ffb13d'), { line: false, tone: 2 });
    r.polygon(
      [
        [-2.4, -4],
        [0.4 - flick, -9.4],
        [2.8, -4],
      ],
      r.of('#ffb13d'),
      { line: false, tone: 2 },
    );
    r.ellipse(0.3, -2.9, 2, 2, r.of('#fff0a8'), { line: false, tone: 3 });
    r.eye(-0.4, -3.2, '#ffb13d');
    r.eye(2.4, -3.2, '#ffb13d');
  },
};
