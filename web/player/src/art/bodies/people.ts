/** Two-legged figures: people of many trades, monsters on two legs, and robots. */
import { darken, parseHex, toHex, toLch } from '../color';
import type { BodyPlan, Rig } from '../rig';
import { type Dress, headgear, weapon } from './gear';

const SKIN = ['#f2c39b', '#e0a576', '#b97a4e', '#8a5636', '#f7d3b4'];
const HAIR = ['#4a2c20', '#2b2130', '#b5652b', '#e0b04c', '#7a3b2a', '#d8d3cc'];

/** Creatures whose whole skin has their colour. */
const CREATURES = [
  'zombie',
  'goblin',
  'orc',
  'troll',
  'ogre',
  'monster',
  'alien',
  'demon',
  'devil',
  'imp',
  'lizardman',
  'golem',
  'yeti',
  'monkey',
  'ape',
  'gorilla',
  'mummy',
  'skeleton',
  'snowman',
  'gremlin',
  'kobold',
  'minotaur',
  'bigfoot',
  'gingerbread',
  'frog',
  'kangaroo',
  'cyclops',
  'gargoyle',
  'martian',
  'creature',
  'beast',
  'bear',
];

function pick<T>(r: Rig, list: readonly T[]): T {
  return list[Math.floor(r.random() * list.length)] as T;
}

function dressOf(r: Rig): Dress {
  const [main, second] = r.colors;
  const skin = pick(r, SKIN);
  const hair = pick(r, HAIR);
  const shade = toHex(darken(parseHex(main), 0.2));
  if (r.is('skeleton')) return { skin: '#ece5d3', hair: null, top: '#d9d0bd', legs: '#c9bfaa', trim: '#8c8296' };
  if (r.is('zombie')) return { skin: '#8fb573', hair: '#3c4a35', top: '#6b5a78', legs: '#4a4a60', trim: second };
  if (r.is('mummy')) return { skin: '#e5dac0', hair: null, top: '#d6c8a8', legs: '#c8b996', trim: '#8d7b5e' };
  if (r.is('snowman')) return { skin: '#f3f6fb', hair: null, top: '#f3f6fb', legs: '#dfe6f2', trim: '#d9483b' };
  if (r.is(...CREATURES))
    return {
      skin: main,
      hair: null,
      top: r.is('monkey', 'ape', 'gorilla', 'yeti', 'bear', 'frog') ? main : shade,
      legs: shade,
      trim: second,
    };
  return { skin, hair, top: main, legs: toLch(parseHex(main))[0] > 0.5 ? shade : '#3d3a57', trim: second };
}

export const biped: BodyPlan = {
  half: 9,
  height: 22,
  below: 1,
  solid: 16,
  stands: true,
  motions: ['idle', 'walk', 'jump', 'fall', 'attack', 'hurt', 'sleep'],
  draw(r) {
    const d = dressOf(r);
    const skin = r.of(d.skin);
    const top = r.of(d.top);
    const legs = r.of(d.legs);
    const trim = r.of(d.trim);
    const boot = r.of(r.is('skeleton', 'zombie', 'monkey', 'frog') ? d.skin : '#54382f');
    const robe = r.is(
      'wizard',
      'witch',
      'mage',
      'sorcerer',
      'sorceress',
      'monk',
      'princess',
      'queen',
      'priest',
      'warlock',
      'druid',
      'bride',
      'necromancer',
      'reaper',
      'cultist',
      'sage',
      'vampire',
      'nun',
      'fairy',
    );
    const big = r.is('ogre', 'troll', 'golem', 'giant', 'gorilla', 'yeti', 'minotaur', 'king', 'chef', 'snowman') ? 1.2 : 1;
    const bob = r.bob;
    const hip = -4.4 + bob;
    const attack = r.pose.motion === 'attack' ? (r.pose.phase < 0.5 ? -1 : 1) : 0;

    cape(r, bob);
    limbs(r, legs, boot, hip, robe);
    arm(r, -2.6, -8 + bob, 0.5, r.is('knight', 'robot') ? trim : top, skin, 0);
    if (robe) {
      const sway = r.pose.motion === 'walk' ? Math.sin(r.pose.phase * 2 * Math.PI) * 0.6 : 0;
      r.polygon(
        [
          [-2.6, -9 + bob],
          [2.8, -9 + bob],
          [4.1 + sway, -0.6],
          [-3.9 + sway, -0.6],
        ],
        top,
      );
      r.rect(-3.6 + sway, -1.8, 7.6, 1, trim, { within: true, tone: 2 });
    } else {
      r.ellipse(0, -6.6 + bob, 3.3 * big, 3.5, top);
      if (r.is('zombie', 'skeleton')) for (const y of [-7.6, -5.8]) r.rect(-2, y + bob, 4, 0.7, r.of(d.trim), { within: true, tone: 1 });
      else if (!r.is('monkey', 'yeti', 'snowman')) r.rect(-3.2 * big, -5 + bob, 6.4 * big, 1, trim, { within: true, tone: 1 });
      if (r.is('penguin', 'monkey', 'bear', 'frog')) r.ellipse(0.8, -6.2 + bob, 2, 2.4, r.of(r.colors[1]), { within: true });
    }
    head(r, d, bob);
    arm(r, 2.2, -8 + bob, 0, top, skin, attack);
    weapon(r, bob, attack);
  },
};

function limbs(r: Rig, legs: number, boot: number, hip: number, robe: boolean): void {
  for (const [x, offset] of [
    [-1.5, 0.5],
    [1.5, 0],
  ] as const) {
    const [dx, dy] = r.foot(offset, 2.3, 2);
    const foot: [number, number] = [x + dx, -0.9 + dy];
    if (!robe) r.limb([x, hip], foot, 1.6, 1.3, legs, { line: false, bias: offset > 0 ? -1 : 0 });
    r.ellipse(foot[0] + 0.4, foot[1] + 0.05, 1.75, 1.05, boot, { line: false });
  }
}

function arm(r: Rig, x: number, y: number, offset: number, sleeve: number, hand: number, attack: number): void {
  const { motion, phase } = r.pose;
  let hx = x + (x > 0 ? 1.2 : -0.8);
  let hy = y + 3.6;
  if (attack !== 0) [hx, hy] = attack < 0 ? [x + 0.4, y - 3] : [x + 4, y + 1];
  else if (motion === 'walk') hx += Math.sin((phase + offset) * 2 * Math.PI) * 2;
  else if (motion === 'jump') [hx, hy] = [x + Math.sign(x) * 2.2, y - 1.2];
  else if (motion === 'fall') [hx, hy] = [x + Math.sign(x) * 2.6, y - 2.4];
  r.limb([x, y], [hx, hy], 1.25, 1.05, sleeve);
  r.ellipse(hx, hy, 1.15, 1.15, hand, { line: false });
}

function cape(r: Rig, bob: number): void {
  if (!r.is('superhero', 'hero', 'vampire', 'king', 'queen', 'prince', 'knight', 'paladin', 'captain', 'dracula', 'wizard', 'caped'))
    return;
  const flow =
    r.pose.motion === 'walk'
      ? 2.2 + Math.sin(r.pose.phase * 4 * Math.PI) * 0.7
      : r.pose.motion === 'fall'
        ? 3
        : r.pose.motion === 'jump'
          ? 1.2
          : 0.6;
  const lift = r.pose.motion === 'fall' ? -3 : 0;
  r.polygon(
    [
      [-2.2, -9.4 + bob],
      [1.4, -9.4 + bob],
      [-0.6 - flow * 0.4, -1.6 + lift],
      [-3.6 - flow, -1.2 + lift],
    ],
    r.of(r.is('vampire', 'dracula') ? '#7d1f38' : r.colors[1] === r.colors[0] ? '#b5363c' : r.is('knight') ? '#b5363c' : r.colors[2]),
  );
}

function head(r: Rig, d: Dress, bob: number): void {
  const y = -12.4 + bob;
  const skin = r.of(d.skin);
  if (r.is('monkey', 'ape', 'bear', 'mouse'))
    for (const s of [-3.6, 3.4]) r.ellipse(s, y - (r.is('bear', 'mouse') ? 3 : 0), 1.7, 1.7, skin);
  if (r.is('elf', 'goblin', 'orc', 'gremlin', 'imp', 'fairy', 'kobold'))
    r.polygon(
      [
        [-2.4, y - 0.6],
        [-6.6, y - 2.6],
        [-3, y + 1.6],
      ],
      skin,
    );
  if (r.is('frog')) for (const s of [-1.4, 2.6]) r.ellipse(s, y - 3.4, 1.8, 1.8, skin);
  r.ellipse(0.3, y, 4.3, 4, skin);
  if (r.is('monkey', 'ape')) r.ellipse(1.8, y + 0.9, 2.7, 2.4, r.of('#eec59a'), { within: true });
  if (d.hair !== null) hairOf(r, d, y);
  headgear(r, d, y);
  const face = r.is('knight', 'ninja', 'astronaut') ? null : r.is('monkey', 'ape') ? '#eec59a' : d.skin;
  if (face !== null) {
    if (r.is('skeleton')) {
      for (const x of [0.8, 3]) r.ellipse(x, y + 0.2, 1.1, 1.3, r.of('#2b2130'), { within: true, tone: 0 });
      r.rect(0.4, y + 2.4, 3.2, 0.8, r.of('#2b2130'), { within: true, tone: 0 });
    } else if (r.is('cyclops')) r.eye(2, y + 0.8, face, 1.6);
    else {
      r.eye(0.9, y + 0.9, face);
      r.eye(3.2, y + 0.9, face);
    }
    if (r.is('snowman')) r.limb([3.4, y + 1.2], [6, y + 1.6], 0.8, 0.4, r.of('#f08a3c'));
  }
  if (r.is('wizard', 'santa', 'dwarf', 'gnome', 'viking', 'sage', 'king', 'grandpa', 'lumberjack', 'pirate')) {
    const beard = r.of(r.is('wizard', 'santa', 'gnome', 'sage', 'grandpa') ? '#f0ece4' : '#8a4b2a');
    r.polygon(
      [
        [-0.6, y + 1.8],
        [4.6, y + 1.6],
        [3.8, y + 4.4],
        [1.9, y + 6],
        [0, y + 4],
      ],
      beard,
    );
  }
}

function hairOf(r: Rig, d: Dress, y: number): void {
  const hair = r.of(d.hair as string);
  const long = r.is('girl', 'princess', 'queen', 'witch', 'woman', 'mermaid', 'fairy', 'heroine', 'lady', 'sorceress');
  r.ellipse(-0.2, y - 0.8, 4.5, 3.9, hair, { clip: (x, py) => py < y - 0.9 || x < -1.4 });
  if (long) r.limb([-2.8, y], [-3.6, y + 5], 1.7, 1.3, hair);
  if (r.is('punk', 'rebel'))
    for (const x of [-2, 0, 2])
      r.polygon(
        [
          [x - 1, y - 3],
          [x, y - 7],
          [x + 1, y - 3],
        ],
        r.of('#ef5da8'),
      );
}

export const robot: BodyPlan = {
  half: 9,
  height: 20,
  below: 1,
  solid: 15,
  stands: true,
  motions: ['idle', 'walk', 'jump', 'fall', 'attack', 'hurt', 'sleep'],
  draw(r) {
    const shell = r.of(r.colors[0]);
    const joint = r.of('#5b6072');
    const glow = r.of(r.spec.colors?.[1] ?? '#6fe3ff');
    const bob = r.bob;
    for (const [x, offset] of [
      [-1.8, 0.5],
      [1.8, 0],
    ] as const) {
      const [dx, dy] = r.foot(offset, 2, 1.6);
      r.limb([x, -4], [x + dx, -1.2 + dy], 0.9, 0.9, joint, { line: false });
      r.rect(x + dx - 1.6, -1.8 + dy, 3.8, 1.8, shell);
    }
    const swing = r.pose.motion === 'walk' ? Math.sin(r.pose.phase * 2 * Math.PI) * 1.6 : 0;
    const up = r.pose.motion === 'attack' ? -4 : r.pose.motion === 'fall' || r.pose.motion === 'jump' ? -3 : 0;
    r.limb([-3.4, -7.4 + bob], [-4.6 - swing, -4.4 + bob + up], 1, 1, joint, { line: false });
    r.rect(-3.6, -9 + bob, 7.2, 5.6, shell);
    r.rect(0.2, -7.6 + bob, 2.4, 1.6, glow, { within: true, tone: 3 });
    r.limb([0.4, -13 + bob], [0.4, -17 + bob], 0.5, 0.5, joint, { line: false });
    r.ellipse(0.4, -17.4 + bob, 1.2, 1.2, r.of('#ff5a5a'), { line: false, bias: r.pose.phase >= 0.5 ? 1 : 0 });
    r.rect(-4, -15 + bob, 9, 6, shell);
    r.rect(-0.2, -13.6 + bob, 4.6, 3, r.of('#1d2233'), { within: true, tone: 0 });
    for (const x of [0.9, 3.2]) {
      r.mark(x, -12.6 + bob, [130, 240, 255]);
      r.mark(x, -11.8 + bob, r.mean ? [255, 90, 90] : [130, 240, 255]);
    }
    r.limb([3.2, -7.4 + bob], [r.pose.motion === 'attack' ? 6.8 : 4.6 + swing, -4.4 + bob + up], 1.1, 1.2, joint);
  },
};
