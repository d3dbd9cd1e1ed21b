/** What crawls, slides, hops without legs, or swims: spiders, insects, serpents, blobs, fish. */
import { darken, lighten, parseHex, toHex } from '../color';
import type { BodyPlan } from '../rig';

const TAU = 2 * Math.PI;

export const blob: BodyPlan = {
  half: 9,
  height: 16,
  below: 1,
  solid: 11,
  stands: true,
  motions: ['idle', 'walk', 'jump', 'fall', 'attack', 'hurt', 'sleep'],
  draw(r) {
    const { motion, phase } = r.pose;
    const gel = r.of(r.colors[0], 1.15);
    const s =
      motion === 'walk' || motion === 'idle'
        ? Math.sin(phase * TAU) * (motion === 'walk' ? 0.16 : 0.07)
        : motion === 'jump'
          ? 0.22
          : motion === 'fall'
            ? 0.12
            : motion === 'hurt'
              ? -0.24
              : motion === 'sleep'
                ? -0.12
                : 0;
    const h = 9.6 * (1 + s);
    const w = 6.6 / (1 + s * 0.8);
    r.ellipse(0, -h * 0.3, w, h * 0.31, gel, { line: false });
    r.ellipse(0, -h * 0.52, w * 0.9, h * 0.5, gel, { line: false });
    r.ellipse(0, -h * 0.16, w * 0.8, h * 0.16, gel, { within: true, tone: 1 });
    r.ellipse(-w * 0.42, -h * 0.76, w * 0.2, h * 0.09, gel, { within: true, tone: 4 });
    if (r.is('king', 'queen'))
      r.polygon(
        [
          [-3, -h],
          [-3.6, -h - 4],
          [-1, -h - 2],
          [0.4, -h - 4.6],
          [1.8, -h - 2],
          [4, -h - 4],
          [3.4, -h],
        ],
        r.of('#f4c542'),
      );
    if (r.is('spiky', 'spike', 'urchin'))
      for (let i = 0; i < 5; i++)
        r.polygon(
          [
            [-5 + i * 2.3, -h * 0.8],
            [-4 + i * 2.4, -h - 2.6],
            [-3 + i * 2.3, -h * 0.85],
          ],
          r.of(r.colors[2]),
        );
    r.eye(0.6, -h * 0.46, r.colors[0], 1.1);
    r.eye(4, -h * 0.46, r.colors[0], 1.1);
    if (r.k >= 0.8) for (const x of [1.6, 2.4, 3.2]) r.mark(x, -h * 0.28, [40, 24, 44]);
  },
};

export const spider: BodyPlan = {
  half: 11,
  height: 14,
  below: 1,
  solid: 9,
  stands: true,
  motions: ['idle', 'walk', 'attack', 'hurt', 'jump', 'fall'],
  draw(r) {
    const main = r.of(r.colors[0]);
    const leg = r.of(toHex(darken(parseHex(r.colors[0]), 0.06)));
    const step = (i: number): number => (r.pose.motion === 'walk' ? Math.sin((r.pose.phase + i * 0.25) * TAU) : 0);
    const crab = r.is('crab', 'lobster');
    for (let i = 0; i < 4; i++) {
      const spread = 2 + i * 1.5;
      for (const s of [-1, 1]) {
        const knee: [number, number] = [s * (spread + 1.4), -8 + i * 1.1 + step(i) * 0.5];
        r.spine(
          [[s * 1.6, -5], knee, [s * (spread + 2.6) + step(i + (s > 0 ? 2 : 0)), -0.5 - Math.max(0, step(i + (s > 0 ? 2 : 0))) * 1.2]],
          0.65,
          0.5,
          leg,
        );
      }
    }
    if (crab)
      for (const s of [-1, 1]) {
        r.limb([s * 4, -5], [s * 6.6, -8], 0.9, 0.9, main);
        r.ellipse(s * 7, -9.6, 2.2, 1.8, main);
      }
    else r.ellipse(-3, -6.4, 4.2, 3.6, main);
    r.ellipse(crab ? 0 : 2, -5, crab ? 5 : 3.1, crab ? 3.4 : 2.8, main);
    if (!crab) for (const y of [-8, -6.4]) r.ellipse(-3.4, y, 0.9, 0.7, r.of(r.colors[1]), { within: true, tone: 3 });
    r.eye(crab ? -1 : 1.8, -5.2, r.colors[0]);
    r.eye(crab ? 2.4 : 4, -5.2, r.colors[0]);
  },
};

export const insect: BodyPlan = {
  half: 10,
  height: 12,
  below: 6,
  solid: 9,
  stands: false,
  motions: ['fly', 'idle', 'walk', 'attack', 'hurt'],
  draw(r) {
    const wing = r.of(r.is('butterfly', 'moth', 'dragonfly', 'fairy') ? r.colors[1] : '#dff1ff');
    const body = r.of(r.colors[0]);
    const dark = r.of('#2d2233');
    const beat = Math.sin(r.pose.phase * TAU);
    const y = beat * 0.5;
    if (r.is('butterfly', 'moth')) {
      const fold = 0.6 + 0.4 * Math.abs(beat);
      const big = r.of(r.colors[0]);
      for (const s of [-1, 1]) {
        r.ellipse(s * 3.4 * fold - 0.6, -3 + y, 3.6 * fold, 4, big);
        r.ellipse(s * 2.6 * fold - 0.6, 2.4 + y, 2.5 * fold, 2.6, r.of(r.colors[1]));
        r.ellipse(s * 3.6 * fold - 0.6, -3.2 + y, 1.3 * fold, 1.4, r.of(r.colors[1]), { within: true, tone: 4 });
      }
      r.limb([-0.6, -3 + y], [-0.6, 4 + y], 1, 0.8, dark);
      for (const s of [-1, 1]) r.limb([-0.6, -4 + y], [s * 2 - 0.6, -7 + y], 0.4, 0.4, dark);
      return;
    }
    if (!r.is('ant', 'beetle', 'ladybug', 'cockroach', 'caterpillar')) {
      for (const s of [-1.8, 0.8]) r.ellipse(s, -4.4 + y - beat * 1.2, 1.5, 2.5, wing, { tone: beat > 0 ? 3 : 4, line: false });
    } else for (const x of [-3, -0.6, 1.8]) r.limb([x, 2], [x + beat, 4.6], 0.5, 0.4, dark);
    r.ellipse(-1.4, y, 4.6, 3.2, body);
    if (r.is('bee', 'wasp', 'hornet', 'bumblebee')) {
      for (const x of [-4, -1.4]) r.rect(x, -4 + y, 1.3, 8, dark, { within: true, tone: 1 });
      r.polygon(
        [
          [-5.4, -0.8 + y],
          [-8, 0.4 + y],
          [-5.4, 1.4 + y],
        ],
        dark,
      );
    }
    if (r.is('ladybug', 'beetle'))
      for (const [x, dy] of [
        [-3, -1],
        [-0.8, 0.6],
        [-1.4, -2],
      ] as const)
        r.ellipse(x, dy + y, 0.8, 0.8, dark, { within: true, tone: 0 });
    r.ellipse(3.6, -0.4 + y, 2.8, 2.6, r.is('bee', 'wasp', 'hornet', 'ladybug') ? dark : body);
    for (const s of [3.6, 5]) r.limb([s, -2.4 + y], [s + 1.2, -5.2 + y], 0.4, 0.4, dark);
    r.eye(4.4, 0.2 + y, r.is('bee', 'wasp', 'hornet', 'ladybug') ? '#2d2233' : r.colors[0]);
  },
};

export const serpent: BodyPlan = {
  half: 11,
  height: 16,
  below: 1,
  solid: 9,
  stands: true,
  motions: ['idle', 'walk', 'attack', 'hurt', 'jump', 'fall'],
  draw(r) {
    const skin = r.of(r.colors[0]);
    const belly = r.of(r.colors[1]);
    const worm = r.is('worm', 'caterpillar', 'slug', 'snail', 'larva', 'eel');
    const wave = (i: number): number => Math.sin((r.pose.phase + i * 0.24) * TAU) * (r.pose.motion === 'walk' ? 1 : 0.35);
    if (r.is('snail')) {
      r.limb([-6, -1.4], [5, -1.6], 1.6, 1.8, skin);
      r.ellipse(-1.4, -5.6, 5, 4.8, r.of(r.colors[1]));
      r.ellipse(-1.4, -5.4, 2.6, 2.4, r.of(r.colors[1]), { within: true, tone: 1 });
      r.ellipse(-1.2, -5.4, 1.2, 1.2, r.of(r.colors[1]), { within: true, tone: 3 });
      for (const x of [5, 7]) r.limb([x - 0.6, -2.6], [x, -6.4], 0.6, 0.7, skin);
      r.eye(5, -6, r.colors[0], 0.8);
      r.eye(7, -6, r.colors[0], 0.8);
      return;
    }
    const head: [number, number] = worm ? [6, -3 + wave(5) * 0.6] : [5, -8.6 + wave(5) * 0.5];
    const points: [number, number][] = worm
      ? [0, 1, 2, 3, 4].map((i) => [-8 + i * 3.2, -1.9 - Math.max(0, wave(i)) * 1.6])
      : [
          [-9, -0.9],
          [-6.6, -1.5 + wave(0) * 0.5],
          [-3.6, -2 - wave(1)],
          [-0.4, -2.2 + wave(2)],
          [2.6, -3.6 - wave(3) * 0.5],
          [3, -6],
        ];
    r.spine([...points, head], worm ? 1.7 : 0.8, worm ? 2.2 : 2.2, skin);
    for (let i = 1; i < points.length; i++)
      r.ellipse((points[i] as [number, number])[0], (points[i] as [number, number])[1] + (worm ? 1 : 0.9), 0.9, 0.7, belly, {
        within: true,
        tone: 3,
      });
    r.ellipse(head[0] + 0.6, head[1] - 0.4, worm ? 2.6 : 3.4, worm ? 2.4 : 2.7, skin);
    if (!worm) {
      const flick = r.pose.phase >= 0.5 || r.pose.motion === 'attack';
      if (flick) r.limb([head[0] + 3.6, head[1] + 0.8], [head[0] + 6.4, head[1] + 1], 0.5, 0.4, r.of('#e2463f'));
    }
    r.eye(head[0] + 1.4, head[1], r.colors[0]);
    if (r.k > 1.1) r.eye(head[0] + 3.2, head[1], r.colors[0], 0.8);
  },
};

export const fish: BodyPlan = {
  half: 11,
  height: 9,
  below: 8,
  solid: 10,
  stands: false,
  motions: ['fly', 'idle', 'walk', 'attack', 'hurt'],
  draw(r) {
    const skin = r.of(r.colors[0]);
    const fin = r.of(r.colors[1]);
    const swish = Math.sin(r.pose.phase * TAU) * 1.4;
    if (r.is('octopus', 'squid', 'jellyfish', 'kraken')) {
      for (let i = 0; i < 5; i++) {
        const x = -4 + i * 2;
        r.spine(
          [
            [x, 0],
            [x + swish * (i % 2 ? 0.6 : -0.6), 3],
            [x - swish * 0.6, 6.4],
          ],
          1,
          0.6,
          r.is('jellyfish') ? fin : skin,
        );
      }
      r.ellipse(0, -2.6, 5.6, 5, skin);
      if (r.is('jellyfish')) r.rect(-5.6, 0, 11.2, 2, fin, { within: true, tone: 3 });
      r.eye(0.4, -1.4, r.colors[0], 1.1);
      r.eye(3.4, -1.4, r.colors[0], 1.1);
      return;
    }
    const shark = r.is('shark', 'whale', 'dolphin', 'orca', 'narwhal');
    r.polygon(
      [
        [-5, 0],
        [-9.6, -4 + swish],
        [-8.2, swish * 0.6],
        [-9.6, 4 + swish],
      ],
      shark ? skin : fin,
    );
    r.polygon(
      shark
        ? [
            [-2, -3],
            [-2.6, -8],
            [2, -3.4],
          ]
        : [
            [-3.4, -3],
            [-2, -6.4],
            [3, -4],
          ],
      shark ? skin : fin,
    );
    r.ellipse(0.6, 0, shark ? 7.4 : 6.2, shark ? 4.2 : 4.6, skin);
    r.ellipse(1, shark ? 3 : 3.2, shark ? 6.4 : 4.6, 2.4, r.of(toHex(lighten(parseHex(r.colors[0]), 0.22))), { within: true });
    if (r.is('clownfish', 'angelfish', 'striped'))
      for (const x of [-2.6, 1.6]) r.rect(x, -6, 1.5, 12, r.of('#fff6ea'), { within: true, tone: 3 });
    if (r.is('pufferfish', 'puffer'))
      for (let i = 0; i < 8; i++)
        r.limb([Math.cos(i * 0.8) * 5, Math.sin(i * 0.8) * 4], [Math.cos(i * 0.8) * 7.6, Math.sin(i * 0.8) * 6.4], 0.6, 0.3, fin);
    r.polygon(
      [
        [0, 1],
        [-2.8, 4.2 + swish * 0.4],
        [1.6, 2.4],
      ],
      fin,
    );
    if (r.mean && shark) for (const x of [4, 5.2, 6.4]) r.mark(x, 2, [255, 255, 255]);
    r.eye(4, -0.4, r.colors[0], 1.1);
  },
};
