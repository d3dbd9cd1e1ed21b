/** Four-legged animals: one plan, told apart by ears, snout, tail, coat and build. */
import { darken, parseHex, toHex } from '../color';
import type { Point } from '../figure';
import type { BodyPlan, Rig } from '../rig';

type Ears = 'pointed' | 'round' | 'long' | 'floppy' | 'none' | 'wide';
type Tail = 'bushy' | 'thin' | 'curl' | 'short' | 'tuft' | 'none';

interface Build {
  ears: Ears;
  tail: Tail;
  snout: number;
  /** Body half length and half height. */
  body: readonly [number, number];
  legs: number;
  neck: number;
  head: number;
}

const BASE: Build = { ears: 'pointed', tail: 'thin', snout: 1.7, body: [5.2, 3.3], legs: 3.6, neck: 0, head: 3.9 };

function buildOf(r: Rig): Build {
  if (r.is('fox', 'vixen')) return { ...BASE, tail: 'bushy', snout: 2.3 };
  if (r.is('wolf', 'husky', 'coyote', 'jackal', 'werewolf')) return { ...BASE, tail: 'bushy', snout: 2.2, body: [5.6, 3.4], legs: 4.2 };
  if (r.is('cat', 'kitten', 'kitty', 'lynx', 'panther', 'leopard', 'cheetah', 'jaguar', 'tiger', 'puma'))
    return { ...BASE, snout: 1, tail: 'thin', head: 4 };
  if (r.is('lion')) return { ...BASE, ears: 'round', tail: 'tuft', snout: 1.3 };
  if (r.is('dog', 'puppy', 'corgi', 'hound', 'beagle')) return { ...BASE, ears: 'floppy', tail: 'curl', snout: 2 };
  if (r.is('rabbit', 'bunny', 'hare')) return { ...BASE, ears: 'long', tail: 'short', snout: 0.9, body: [4.4, 3.5], legs: 2.8 };
  if (r.is('donkey', 'horse', 'pony', 'unicorn', 'zebra', 'mule', 'llama', 'camel', 'alpaca'))
    return { ...BASE, ears: 'pointed', tail: 'tuft', snout: 2.8, body: [5.8, 3.3], legs: 5, neck: 2.4, head: 3 };
  if (r.is('deer', 'reindeer', 'moose', 'elk', 'gazelle', 'antelope', 'giraffe'))
    return { ...BASE, ears: 'wide', tail: 'short', snout: 2, body: [5.2, 3], legs: 5.2, neck: r.is('giraffe') ? 4.4 : 2.4, head: 3 };
  if (r.is('bear', 'panda', 'koala', 'cub'))
    return { ...BASE, ears: 'round', tail: 'short', snout: 1.5, body: [5.6, 4.2], legs: 3, head: 4.4 };
  if (r.is('mouse', 'rat', 'hamster', 'gerbil', 'raccoon', 'squirrel', 'chipmunk')) {
    return {
      ...BASE,
      ears: 'round',
      tail: r.is('squirrel', 'chipmunk', 'raccoon') ? 'bushy' : 'thin',
      snout: 1.5,
      body: [4.4, 3.3],
      legs: 2.2,
      head: 3.8,
    };
  }
  if (r.is('pig', 'piglet', 'boar', 'hog')) return { ...BASE, ears: 'floppy', tail: 'curl', snout: 1.6, body: [5.6, 4], legs: 2.6 };
  if (r.is('cow', 'bull', 'ox', 'buffalo', 'goat', 'sheep', 'lamb', 'ram', 'yak', 'bison'))
    return { ...BASE, ears: 'wide', tail: 'tuft', snout: 1.8, body: [5.8, 4], legs: 3.2 };
  if (r.is('elephant', 'mammoth')) return { ...BASE, ears: 'wide', tail: 'thin', snout: 0, body: [6, 4.6], legs: 3.6, head: 4.4 };
  if (r.is('hedgehog', 'porcupine')) return { ...BASE, ears: 'round', tail: 'none', snout: 2, body: [5, 3.8], legs: 2 };
  if (r.is('frog', 'toad')) return { ...BASE, ears: 'none', tail: 'none', snout: 0.6, body: [4.6, 3.2], legs: 2, head: 4.2 };
  if (r.is('turtle', 'tortoise')) return { ...BASE, ears: 'none', tail: 'short', snout: 0.8, body: [5.4, 3.6], legs: 2.2, head: 3 };
  if (r.is('lizard', 'crocodile', 'alligator', 'gecko', 'dinosaur', 'dino', 'salamander', 'chameleon', 'axolotl'))
    return { ...BASE, ears: 'none', tail: 'thin', snout: 2.6, body: [5.4, 3], legs: 2.4, head: 3.4 };
  return BASE;
}

export const quadruped: BodyPlan = {
  half: 12,
  height: 20,
  below: 1,
  solid: 13,
  stands: true,
  motions: ['idle', 'walk', 'jump', 'fall', 'attack', 'hurt', 'sleep'],
  draw(r) {
    const b = buildOf(r);
    const [main, second, third] = r.colors;
    const fur = r.of(main);
    const pale = r.of(second);
    const far = r.of(toHex(darken(parseHex(main), 0.08)));
    const sock = r.is('fox', 'raccoon', 'panda') ? r.of('#3a2630') : fur;
    const lift = r.pose.motion === 'attack' ? 1 : 0;
    const y = -b.legs - b.body[1] + 0.6 + r.bob;
    const [bl, bh] = b.body;
    const hip = -bl + 1.9;
    const chest = bl - 2;

    leg(r, hip + 1, y + 1.6, 0.5, far, far);
    leg(r, chest + 1, y + 1.6, 0, far, far);
    tail(r, b, y, fur, pale);
    r.ellipse(0, y, bl, bh, fur);
    if (!r.is('turtle', 'tortoise')) r.ellipse(0.6, y + bh * 0.75, bl * 0.75, bh * 0.55, pale, { within: true });
    coat(r, y, bl, bh);
    leg(r, hip, y + 1.8, 0, fur, sock);
    leg(r, chest, y + 1.8, 0.5, fur, sock);

    const hx = bl - 0.6 + lift;
    const hy = y - bh * 0.75 - b.head * 0.55 - b.neck + (r.pose.motion === 'sleep' ? 2 : 0);
    if (b.neck > 0) r.limb([chest + 0.6, y - 1], [hx, hy + 1.4], 2.2, 1.8, fur);
    if (r.is('lion'))
      for (let i = 0; i < 9; i++)
        r.ellipse(hx - 0.8 + Math.cos(i * 0.7) * 3.8, hy + Math.sin(i * 0.7) * 3.8, 2, 2, r.of(third), { line: false });
    if (r.is('horse', 'pony', 'unicorn', 'zebra', 'donkey'))
      r.spine(
        [
          [hx - 1.6, hy - 2.6],
          [hx - 3, hy + 0.6],
          [chest - 1, y - 2],
        ],
        1.3,
        1,
        r.of(third),
      );
    ears(r, b, hx, hy, far, r.of('#e79aa6'), true);
    r.ellipse(hx, hy, b.head * 1.06, b.head * 0.95, fur);
    if (b.snout > 0) {
      r.ellipse(
        hx + b.head * 0.72 + b.snout * 0.3,
        hy + b.head * 0.36,
        b.snout * 0.9 + 0.5,
        b.head * 0.42,
        r.is('fox', 'wolf', 'dog', 'cat', 'tiger', 'bear', 'panda', 'deer', 'husky') ? pale : fur,
        { line: false },
      );
      r.mark(
        hx + b.head * 0.72 + b.snout * 1.15,
        hy + b.head * 0.14,
        r.is('pig', 'piglet', 'rabbit', 'bunny', 'cat', 'kitten') ? [226, 120, 138] : [36, 24, 40],
      );
    }
    if (r.is('fox')) r.ellipse(hx + 1, hy + b.head * 0.75, b.head * 0.8, b.head * 0.5, pale, { within: true });
    if (r.is('panda', 'raccoon', 'badger')) r.ellipse(hx + 1.4, hy + 0.2, 1.6, 1.4, r.of('#33293a'), { within: true });
    if (r.is('elephant', 'mammoth'))
      r.spine(
        [
          [hx + 3, hy + 1],
          [hx + 5.2, hy + 3.5],
          [hx + 5.4, hy + 6],
          [hx + 6.6, hy + 7],
        ],
        1.5,
        0.9,
        fur,
      );
    ears(r, b, hx, hy, fur, r.of('#e79aa6'), false);
    horns(r, hx, hy, b);
    r.eye(hx + b.head * 0.28, hy + 0.4, r.is('panda', 'raccoon') ? '#33293a' : main);
  },
};

function leg(r: Rig, x: number, top: number, offset: number, material: number, sock: number): void {
  const [dx, dy] = r.foot(offset, 1.9, 1.6);
  const foot: Point = [x + dx, -0.7 + dy];
  r.limb([x, top], foot, 1.35, 1.05, material, { line: false });
  r.ellipse(foot[0] + 0.35, foot[1], 1.25, 0.85, sock, { line: false });
}

function tail(r: Rig, b: Build, y: number, fur: number, pale: number): void {
  const x = -b.body[0] + 0.6;
  const wag = r.pose.motion === 'walk' || r.pose.motion === 'idle' ? Math.sin(r.pose.phase * 2 * Math.PI) * 0.8 : 0;
  switch (b.tail) {
    case 'bushy':
      r.spine(
        [
          [x, y],
          [x - 2.6, y - 1.6],
          [x - 3.6, y - 5 + wag],
        ],
        1.4,
        2.2,
        fur,
      );
      r.ellipse(x - 3.7, y - 6.2 + wag, 1.7, 1.5, pale, { line: false });
      break;
    case 'thin':
      r.spine(
        [
          [x, y - 0.4],
          [x - 2.4, y],
          [x - 3.8, y - 2.4],
          [x - 3.4, y - 4.6 + wag],
        ],
        0.9,
        0.7,
        fur,
      );
      break;
    case 'curl':
      r.spine(
        [
          [x, y - 1],
          [x - 1.8, y - 2.6],
          [x - 1, y - 4.4 + wag * 0.6],
        ],
        1,
        0.8,
        fur,
      );
      break;
    case 'tuft':
      r.spine(
        [
          [x, y - 1],
          [x - 2, y],
          [x - 2.6, y + 2.4 + wag],
        ],
        0.7,
        0.7,
        fur,
      );
      r.ellipse(x - 2.7, y + 3.2 + wag, 1.1, 1.2, r.of(r.colors[2]), { line: false });
      break;
    case 'short':
      r.ellipse(x - 0.6, y - 1.4, 1.5, 1.4, pale, { line: false });
      break;
    default:
  }
}

function ears(r: Rig, b: Build, x: number, y: number, fur: number, inner: number, behind: boolean): void {
  const h = b.head;
  const flap = r.pose.motion === 'jump' ? -0.8 : r.pose.motion === 'fall' ? 0.8 : 0;
  const ex = behind ? x + h * 0.42 : x - h * 0.42;
  const top = y - h * 0.6;
  switch (b.ears) {
    case 'pointed':
      r.polygon(
        [
          [ex - 1.7, top + 0.8],
          [ex - 0.5, top - 3.4 + flap * 0.3],
          [ex + 1.6, top + 0.4],
        ],
        fur,
        { line: false },
      );
      if (!behind) r.dot(ex - 0.3, top - 0.9, inner, 2);
      break;
    case 'round':
      r.ellipse(ex + (behind ? 0.6 : -0.6), top - 0.6, 1.7, 1.7, r.is('panda') ? r.of('#33293a') : fur, { line: false });
      if (!behind) r.ellipse(ex - 0.6, top - 0.5, 0.8, 0.8, inner, { line: false });
      break;
    case 'long':
      r.limb([ex + (behind ? 0.4 : 0), top + 0.6], [ex - 0.9 + (behind ? 1.2 : -0.4), top - 5 + flap], 1.1, 0.9, fur, { line: false });
      if (!behind) r.limb([ex, top - 0.6], [ex - 1, top - 3.8 + flap], 0.5, 0.4, inner, { line: false });
      break;
    case 'floppy':
      if (!behind) r.limb([x - h * 0.45, top + 0.6], [x - h * 0.75, y + 1.8 + flap], 1.2, 1.5, r.of(r.colors[2]), { line: true });
      break;
    case 'wide':
      if (r.is('elephant', 'mammoth')) {
        if (!behind) r.ellipse(x - h * 0.55, y + 0.2, 2.6, 3.2, fur);
      } else r.ellipse(behind ? x + h * 0.8 : x - h * 0.85, y - h * 0.45, 1.8, 1, fur, { line: false });
      break;
    default:
  }
}

function horns(r: Rig, x: number, y: number, b: Build): void {
  const top = y - b.head * 0.8;
  const bone = r.of('#e8dcc0');
  if (r.is('unicorn'))
    r.polygon(
      [
        [x + 0.6, top + 0.6],
        [x + 3.4, top - 4.6],
        [x + 2.4, top + 1],
      ],
      r.of('#ffd86b'),
    );
  else if (r.is('reindeer', 'deer', 'elk', 'moose')) {
    for (const s of [-1, 1])
      r.spine(
        [
          [x + s, top + 0.4],
          [x + s * 1.6 - 0.6, top - 2.4],
          [x + s * 2.6 - 0.4, top - 4.2],
        ],
        0.6,
        0.5,
        bone,
      );
    r.limb([x - 1.6, top - 2], [x - 3.2, top - 2.8], 0.5, 0.5, bone);
  } else if (r.is('bull', 'cow', 'ox', 'goat', 'ram', 'buffalo', 'yak', 'bison')) {
    for (const s of [-1, 1])
      r.spine(
        [
          [x + s * 1.6, top + 0.8],
          [x + s * 2.6, top - 0.6],
          [x + s * 2.4, top - 2],
        ],
        0.8,
        0.4,
        bone,
      );
  } else if (r.is('frog', 'toad')) for (const s of [-0.4, 2.4]) r.ellipse(x + s, top + 0.2, 1.5, 1.5, r.of(r.colors[0]));
}

function coat(r: Rig, y: number, bl: number, bh: number): void {
  const dark = r.of(r.colors[2]);
  if (r.is('zebra', 'tiger', 'bee', 'raccoon'))
    for (const x of [-3.4, -1.2, 1, 3.2])
      r.limb([x, y - bh], [x - 0.7, y + bh * 0.2], 0.55, 0.4, r.is('zebra') ? r.of('#2a2433') : dark, { within: true, line: false });
  else if (r.is('cow', 'leopard', 'cheetah', 'giraffe', 'jaguar', 'dalmatian', 'spotted'))
    for (const [x, dy, s] of [
      [-3, -1, 1.2],
      [0, -2, 1],
      [2.4, -0.4, 1.2],
      [-0.8, 0.8, 0.9],
    ] as const)
      r.ellipse(x, y + dy, s, s * 0.8, dark, { within: true, tone: 1 });
  else if (r.is('sheep', 'lamb'))
    for (let i = 0; i < 9; i++)
      r.ellipse(Math.cos(i * 0.7) * bl * 0.8, y + Math.sin(i * 0.7) * bh * 0.75, 1.9, 1.7, r.of('#f4efe6'), { line: false });
  else if (r.is('hedgehog', 'porcupine'))
    for (let i = 0; i < 7; i++) {
      const a = Math.PI * (0.98 + i * 0.13);
      r.polygon(
        [
          [Math.cos(a) * 4, y + Math.sin(a) * 3],
          [Math.cos(a + 0.1) * 7, y + Math.sin(a + 0.1) * 5.6],
          [Math.cos(a + 0.28) * 4.4, y + Math.sin(a + 0.28) * 3],
        ],
        r.of(r.colors[2]),
        { line: false },
      );
    }
  else if (r.is('turtle', 'tortoise')) {
    const shell = r.of(r.colors[1]);
    r.ellipse(-0.4, y - 0.9, bl * 1.02, bh * 1.12, shell, { clip: (_x, py) => py < y + 1.2 });
    for (const x of [-3, 0, 2.8]) r.ellipse(x, y - 1.8, 1, 1, shell, { within: true, tone: 1 });
  } else if (r.is('skunk')) r.limb([-bl, y - bh * 0.6], [bl, y - bh * 0.6], 1, 1, r.of('#f4efe6'), { within: true });
}
