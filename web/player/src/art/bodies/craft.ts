/** Vehicles and ships. `ship` is seen from above pointing right, so that a view may turn it; `vehicle` from the side. */
import { lighten, parseHex, toHex } from '../color';
import type { BodyPlan } from '../rig';

export const ship: BodyPlan = {
  half: 11,
  height: 9,
  below: 9,
  solid: 14,
  stands: false,
  motions: ['fly', 'idle', 'walk', 'attack', 'hurt'],
  draw(r) {
    const hull = r.of(r.colors[0]);
    const trim = r.of(r.colors[1]);
    const dark = r.of('#3c4156');
    const flare = 1 + ((r.pose.phase * 4) % 2);
    if (r.is('ufo', 'saucer', 'alien', 'mothership', 'invader')) {
      r.ellipse(0, -2, 4, 4.4, r.of('#9fe8ff'));
      r.ellipse(0, 0.8, 8.6, 3.4, hull);
      for (const x of [-5, -1.8, 1.8, 5]) r.mark(x, 1.2, (x + r.pose.phase * 8) % 2 < 1 ? [255, 240, 140] : [255, 120, 120]);
      r.limb([-3, 3.6], [3, 3.6], 0.8, 0.8, dark);
      return;
    }
    if (r.is('boat', 'pirate', 'sailboat', 'galleon', 'canoe', 'raft')) {
      r.polygon(
        [
          [-8, 1],
          [8.6, 0],
          [5.4, 6],
          [-6, 6],
        ],
        r.of('#8a5a34'),
      );
      r.limb([0, 1], [0, -8], 0.7, 0.7, dark);
      r.polygon(
        [
          [0.6, -7.6],
          [6.6, -2],
          [0.6, -0.6],
        ],
        r.of('#f6f1e4'),
      );
      r.polygon(
        [
          [-0.8, -6.4],
          [-5, -1],
          [-0.8, -0.6],
        ],
        hull,
      );
      return;
    }
    for (const s of [-1.6, 1.6]) {
      r.limb([-5.6, s], [-7 - flare, s], 1.1, 0.5, r.of('#ff9a3c'), { tone: 3, line: false });
      r.limb([-5.4, s], [-6.2 - flare * 0.5, s], 0.6, 0.4, r.of('#fff3b0'), { tone: 4, line: false });
    }
    for (const s of [-1, 1]) {
      r.polygon(
        [
          [2, s * 1.6],
          [-3.4, s * 7.4],
          [-6, s * 7.6],
          [-4.6, s * 1.6],
        ],
        trim,
        { bias: s > 0 ? -1 : 0 },
      );
      r.limb([-4.6, s * 7.4], [1, s * 7.2], 0.6, 0.5, dark);
    }
    r.polygon(
      [
        [9, 0],
        [4, -2.6],
        [-5.6, -2.8],
        [-5.6, 2.8],
        [4, 2.6],
      ],
      hull,
    );
    r.polygon(
      [
        [9, 0],
        [4, 2.6],
        [-5.6, 2.8],
        [-5.6, 0.8],
        [3, 0.6],
      ],
      hull,
      { within: true, tone: 1 },
    );
    r.ellipse(2, -0.2, 2.4, 1.4, r.of('#7fdcff'));
    r.mark(1.4, -0.8, [255, 255, 255]);
    if (r.mean)
      r.polygon(
        [
          [-2, -1],
          [-5, 0],
          [-2, 1],
        ],
        r.of('#ff5050'),
        { within: true, tone: 3 },
      );
  },
};

export const vehicle: BodyPlan = {
  half: 11,
  height: 14,
  below: 1,
  solid: 11,
  stands: true,
  motions: ['idle', 'walk', 'jump', 'fall', 'attack', 'hurt'],
  draw(r) {
    const body = r.of(r.colors[0]);
    const dark = r.of('#2f2b3d');
    const y = r.pose.motion === 'walk' && r.pose.phase >= 0.5 ? -0.6 : 0;
    const wheels: [number, number] = r.is('train', 'tank', 'truck', 'bus') ? [-5.4, 5] : [-4.6, 4.6];
    if (r.is('tank')) {
      r.limb([1, -8.4 + y], [9.4, -9 + y], 0.9, 0.9, r.of('#5b6072'));
      r.ellipse(-0.4, -8 + y, 4, 3, body);
      r.rect(-8, -6.4 + y, 16, 3.6, body);
      r.limb([-6.6, -1.8], [6.6, -1.8], 2, 2, dark);
    } else {
      r.rect(-8.6, -7 + y, 17.4, 4.6, body);
      if (r.is('truck', 'bus', 'train', 'van')) r.rect(-8, -12 + y, r.is('truck') ? 8 : 15, 6, body);
      else
        r.polygon(
          [
            [-5.6, -6.6 + y],
            [-3.4, -11 + y],
            [2.8, -11 + y],
            [5.8, -6.6 + y],
          ],
          body,
        );
      r.polygon(
        [
          [-1, -7 + y],
          [-1, -10 + y],
          [2.4, -10 + y],
          [4.4, -7 + y],
        ],
        r.of('#a8e3ff'),
        { tone: 3 },
      );
      r.rect(-4, -10 + y, 2.2, 3, r.of('#a8e3ff'), { within: true, tone: 3 });
      r.rect(-8.6, -4.4 + y, 17.4, 1, r.of(toHex(lighten(parseHex(r.colors[1]), 0.04))), { within: true, tone: 2 });
      r.rect(7.4, -6 + y, 1.4, 1.4, r.of('#fff0a8'), { tone: 4 });
      for (const x of wheels) {
        r.ellipse(x, -2.4, 2.5, 2.5, dark);
        r.ellipse(x, -2.4, 1.1, 1.1, r.of('#c9d2e0'), { tone: r.pose.phase >= 0.5 ? 3 : 2, line: false });
      }
    }
    if (r.mean) r.eye(2.6, -8 + y, '#a8e3ff');
  },
};
