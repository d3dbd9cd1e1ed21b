/** What people wear on their heads and carry in their hands, by trade. */
import { lighten, parseHex, toHex } from '../color';
import type { Rig } from '../rig';

/** Colours of a person's parts. */
export interface Dress {
  skin: string;
  hair: string | null;
  top: string;
  legs: string;
  trim: string;
}

export function headgear(r: Rig, d: Dress, y: number): void {
  const [main, second, third] = r.colors;
  const gold = r.of('#f4c542');
  if (r.is('knight', 'paladin', 'crusader', 'templar')) {
    const steel = r.of('#a9b4c6');
    r.ellipse(0.3, y, 4.5, 4.3, steel);
    r.rect(0.2, y - 0.5, 4.4, 1.6, r.of('#221b30'), { within: true, tone: 0 });
    r.spine(
      [
        [-0.4, y - 4],
        [-1.6, y - 6.4],
        [-4, y - 6.2],
      ],
      1.3,
      0.8,
      r.of(main),
    );
    for (const x of [1.6, 3.4]) r.mark(x, y + 0.4, [255, 244, 200]);
  } else if (r.is('wizard', 'witch', 'mage', 'sorcerer', 'sorceress', 'warlock', 'magician', 'gnome')) {
    const hat = r.of(r.is('gnome') ? '#d2403a' : r.is('witch') ? '#3b2d55' : main);
    r.polygon(
      [
        [-3.4, y - 1.8],
        [-2.2, y - 9.4],
        [-0.4, y - 8.2],
        [3.8, y - 1.8],
      ],
      hat,
    );
    r.ellipse(0.2, y - 1.8, 5.8, 1.2, hat);
    r.rect(-2.8, y - 3.4, 6, 1.1, r.is('gnome') ? hat : gold, { within: true, tone: 2 });
  } else if (r.is('ninja', 'assassin', 'thief', 'rogue', 'bandit')) {
    const cloth = r.of(main);
    r.ellipse(0.3, y, 4.4, 4.1, cloth);
    r.rect(-0.4, y - 0.6, 5, 2, r.of(d.skin), { within: true, tone: 2 });
    const flow = r.pose.motion === 'walk' ? 0.8 : 0;
    r.limb([-3.6, y - 0.6], [-6.8 - flow, y + 0.4 - flow], 0.8, 0.6, r.of(second));
    r.eye(0.9, y + 1, d.skin, 0.8);
    r.eye(3.2, y + 1, d.skin, 0.8);
  } else if (r.is('astronaut', 'cosmonaut', 'spaceman', 'diver')) {
    r.ellipse(0.3, y - 0.2, 5, 4.8, r.of('#e9edf4'));
    r.ellipse(1.6, y, 3.3, 3, r.of('#3a86c8'), { within: true });
    r.ellipse(0.8, y - 1.2, 1.2, 0.8, r.of('#bfe8ff'), { within: true, tone: 4 });
  } else if (r.is('pirate', 'captain')) {
    const hat = r.of('#2e2a3d');
    r.polygon(
      [
        [-5.4, y - 2],
        [-3, y - 6],
        [2, y - 6.4],
        [6, y - 2],
        [0, y - 3],
      ],
      hat,
    );
    r.mark(0.8, y - 4, [240, 236, 228]);
    r.rect(2.4, y - 0.4, 2, 1.6, hat, { within: true, tone: 0 });
  } else if (r.is('viking', 'barbarian', 'minotaur')) {
    r.ellipse(0.2, y - 1.8, 4.6, 3.2, r.of('#9aa3b5'), { clip: (_x, py) => py < y - 0.8 });
    for (const s of [-1, 1])
      r.spine(
        [
          [s * 3.6, y - 2.4],
          [s * 5.6, y - 4],
          [s * 5.4, y - 6.4],
        ],
        1,
        0.4,
        r.of('#efe4c8'),
      );
  } else if (r.is('king', 'queen', 'prince', 'princess', 'emperor', 'royal')) {
    r.polygon(
      [
        [-3, y - 2.6],
        [-3.4, y - 6.4],
        [-1.4, y - 4.4],
        [0.2, y - 6.8],
        [1.8, y - 4.4],
        [3.8, y - 6.4],
        [3.4, y - 2.6],
      ],
      gold,
    );
  } else if (r.is('cowboy', 'sheriff', 'explorer', 'archaeologist', 'farmer', 'ranger', 'detective', 'adventurer', 'hunter')) {
    const hat = r.of(r.is('farmer') ? '#e5c265' : '#8a5a34');
    r.ellipse(0.2, y - 4.2, 3.2, 2.6, hat);
    r.ellipse(0.2, y - 2.4, 6, 1.2, hat);
  } else if (r.is('chef', 'cook', 'baker')) {
    const white = r.of('#f6f3ee');
    r.rect(-2.8, y - 4.6, 6, 2.6, white);
    for (const x of [-2, 0.4, 2.6]) r.ellipse(x, y - 5.8, 2.1, 2, white, { line: false });
  } else if (r.is('santa', 'elf', 'jester')) {
    r.polygon(
      [
        [-3.8, y - 2],
        [-1, y - 6.4],
        [-5, y - 6.8],
        [3.8, y - 2],
      ],
      r.of(r.is('elf') ? '#3f9a4d' : '#d2403a'),
    );
    r.ellipse(0, y - 2, 4.5, 1.1, r.of('#f6f3ee'));
    r.ellipse(-5.2, y - 6.4, 1.3, 1.3, r.of('#f6f3ee'));
  } else if (r.is('robin', 'archer', 'bard', 'scout')) {
    r.polygon(
      [
        [-4, y - 2],
        [-1, y - 5.6],
        [5.6, y - 2.2],
      ],
      r.of(main),
    );
    r.limb([-1, y - 4.6], [-4, y - 6.6], 0.6, 0.4, r.of('#e2463f'));
  } else if (r.is('samurai', 'shogun')) {
    r.ellipse(0.2, y - 2, 4.8, 3, r.of(main), { clip: (_x, py) => py < y - 0.6 });
    r.polygon(
      [
        [0, y - 4],
        [-2.6, y - 7.6],
        [0.6, y - 5],
        [3.6, y - 7.6],
        [1.8, y - 4],
      ],
      gold,
    );
  } else if (r.is('soldier', 'guard', 'firefighter', 'fireman', 'builder', 'miner', 'worker')) {
    r.ellipse(
      0.2,
      y - 1.6,
      4.7,
      3.4,
      r.of(r.is('miner', 'builder', 'worker') ? '#f4c542' : r.is('soldier', 'guard') ? '#5f7043' : '#d2403a'),
      { clip: (_x, py) => py < y - 1 },
    );
    if (r.is('miner')) r.ellipse(2.6, y - 3, 1.2, 1.2, r.of('#fff7c9'), { tone: 4 });
  } else if (r.is('demon', 'devil', 'imp')) {
    for (const s of [-2, 2.4])
      r.polygon(
        [
          [s - 1, y - 3],
          [s + Math.sign(s) * 0.8, y - 6.4],
          [s + 1, y - 3],
        ],
        r.of('#3a2a3c'),
      );
  } else if (r.is('alien', 'martian')) {
    for (const s of [-1.4, 2]) {
      r.limb([s, y - 3.4], [s + Math.sign(s) * 1.2, y - 6.2], 0.5, 0.5, r.of(main));
      r.ellipse(s + Math.sign(s) * 1.2, y - 6.6, 1, 1, r.of(second));
    }
  } else if (r.is('snowman')) {
    r.rect(-2.4, y - 7, 5, 4, r.of('#2e2a3d'));
    r.rect(-3.8, y - 3.6, 8, 1.2, r.of('#2e2a3d'));
  } else if (r.is('bee', 'ant', 'bug')) for (const s of [0, 2]) r.limb([s, y - 3], [s + 1.4, y - 6], 0.4, 0.4, r.of(third));
  else if (d.hair !== null && r.is('superhero', 'hero')) r.rect(-0.4, y - 0.8, 5, 1.7, r.of(third), { within: true, tone: 1 });
  else if (d.hair !== null && r.is('boy', 'kid', 'child', 'explorer', 'runner')) {
    r.ellipse(0, y - 1.8, 4.6, 3.2, r.of(main), { clip: (_x, py) => py < y - 1.2 });
    r.limb([3, y - 1.6], [5.6, y - 1.4], 0.7, 0.6, r.of(main));
  } else if (d.hair !== null && r.is('rebel', 'warrior', 'fighter'))
    r.rect(-4, y - 2, 8.4, 1.1, r.of(toHex(lighten(parseHex(main), 0.1))), { within: true, tone: 2 });
}

export function weapon(r: Rig, bob: number, attack: number): void {
  const hand: [number, number] = attack < 0 ? [2.6, -11 + bob] : attack > 0 ? [6.2, -7 + bob] : [3.6, -4.6 + bob];
  const steel = r.of('#cfd8e6');
  const wood = r.of('#7a4f2e');
  const tip: [number, number] =
    attack > 0 ? [hand[0] + 6, hand[1] + 0.6] : attack < 0 ? [hand[0] - 3, hand[1] - 5] : [hand[0] + 2.4, hand[1] - 5.4];
  if (
    r.is(
      'knight',
      'warrior',
      'paladin',
      'samurai',
      'pirate',
      'skeleton',
      'viking',
      'barbarian',
      'soldier',
      'swordsman',
      'crusader',
      'ninja',
      'gladiator',
    )
  ) {
    if (r.is('skeleton') && attack === 0) return;
    r.limb(hand, tip, 0.8, 0.5, steel);
    r.ellipse(hand[0], hand[1], 1.1, 1.1, r.of('#e3a62f'));
  } else if (r.is('wizard', 'witch', 'mage', 'sorcerer', 'warlock', 'druid', 'sage', 'necromancer')) {
    r.limb([hand[0] + 0.4, -0.8], [hand[0] + 1, hand[1] - 4], 0.55, 0.55, wood);
    r.ellipse(hand[0] + 1, hand[1] - 5, 1.4, 1.4, r.of(r.colors[1]), { bias: 1 });
  } else if (r.is('archer', 'robin', 'hunter', 'ranger'))
    r.spine(
      [
        [hand[0], hand[1] - 4],
        [hand[0] + 2, hand[1]],
        [hand[0], hand[1] + 4],
      ],
      0.5,
      0.5,
      wood,
    );
}
