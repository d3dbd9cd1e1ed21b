import { describe, expect, it } from 'vitest';
import light from '../../../src/makebelieve/worlds/generation/data/light.txt?raw';
import { Found } from '../src/finale';
import { tickedOf } from '../src/missions';
import { type Choice, keyed, type Situation, titleOf, type World } from '../src/model';
import { nameOf, piecesOf, placeOf, tellingOf } from '../src/prose';
import { BESIDE, sortOf, spotsOf } from '../src/spots';
import { Taken } from '../src/taken';
import { airOf, motesOf, overcast, Weather } from '../src/weather';

const choice = (name: string, more: Partial<Choice> = {}): Choice => ({
  name,
  kind: 'transition',
  label: name,
  hotkey: null,
  hidden: false,
  locked: false,
  hint: null,
  ...more,
});

describe('keys of choices', () => {
  it('numbers what is shown and keeps what the world says', () => {
    const keys = keyed([choice('a'), choice('h', { hidden: true, hotkey: 'X' }), choice('b', { hotkey: 'e' }), choice('c')]);
    expect([...keys].map(([key, one]) => `${key}:${one.name}`).sort()).toEqual(['1:a', '2:b', '3:c', 'e:b', 'x:h']);
  });
  it('never takes a key that the world has given away', () => {
    expect(keyed([choice('a', { hotkey: '2' }), choice('b')]).get('2')?.name).toBe('a');
  });
  it('has nine numbers at most', () => {
    expect(keyed(Array.from({ length: 12 }, (_, number) => choice(`c${number}`))).size).toBe(9);
  });
});

describe('what has been done', () => {
  const at = (first: boolean, second: boolean): Situation => ({
    state: 'hall',
    flags: [],
    seq: 0,
    visited: ['hall'],
    ending: null,
    choices: [],
    missions: [
      {
        id: 'main',
        title: 'Get out',
        done: second,
        objectives: [
          { id: 'key', text: 'Find the key.', done: first, open: true },
          { id: 'out', text: 'Get out.', done: second, open: first },
        ],
      },
    ],
  });
  it('is told once, a mission with its last task', () => {
    expect(tickedOf(at(false, false), at(true, false))).toEqual(['✓ Find the key.']);
    expect(tickedOf(at(true, false), at(true, false))).toEqual([]);
    expect(tickedOf(at(true, false), at(true, true))).toEqual(['Done: Get out.']);
    expect(tickedOf(null, at(true, true))).toEqual([]);
  });
});

describe('air of a scene', () => {
  it.each([
    ['Rain drums on the tin roof.', 'rain'],
    ['A quiet hall, a fire burning in the grate.', 'embers'],
    ['Snow lies on the pass; fog below.', 'fog'],
    ['Large snowflakes fall softly past the gate.', 'snow'],
    ['A reef deep under the waves, bubbles rising.', 'bubbles'],
    ['A clean kitchen with a blue door.', 'none'],
    ['A sprinkler makes a short rainbow.', 'none'],
    ['A fire locker, a fireguard and a box of mistakes.', 'none'],
    ['A fire burns on the beach. The storm drives over it.', 'rain'],
    ['Puddles fill with rings of rain at the foot of the steps.', 'rain'],
    ['Rain draws slanting lines in front of the boat.', 'rain'],
    ['The sky over the rain butt is clear.', 'none'],
    ['A rain barrel and a raincoat. A snowball flies past the storm lantern.', 'none'],
    ['Smoke goes straight up from the chimney pots.', 'none'],
    ['It smells of rain. It may rain before night.', 'none'],
    ['Moonlight lies on the benches.', 'none'],
    ['The dust is on every shelf. Steam ticks in a pipe.', 'none'],
    ['The wind blows dust past the brook.', 'dust'],
    ['Specks drift past like slow snow.', 'none'],
    ['The fog horn stands by a rainbow.', 'none'],
    ['White fog slides along the ground.', 'fog'],
  ])('%s', (prose, air) => expect(airOf(prose)).toBe(air));

  it('hides the sun behind rain, and behind nothing else that hangs in the air', () => {
    expect(overcast('rain')).toBeGreaterThan(0.4);
    expect([overcast('none'), overcast('embers'), overcast('dust')]).toEqual([0, 0, 0]);
  });

  it.each([
    ['Cloud covers the sky above the rail.', true],
    ['Low cloud hangs beyond the rail.', true],
    ['The sky over the life rings is grey.', true],
    ['The cloud over the anchor winch is thick and grey.', true],
    ['A grey sky stretches over the lifeboats and the life rings.', true],
    ['Cloud has closed over the ridge.', true],
    ['Storm clouds pile up beyond the gate.', true],
    ['Twilight thickens under the cloud about the funnel.', true],
    ['One white cloud stands in the clear sky above the gate.', false],
    ['Small white clouds drift through a clear sky above the gate.', false],
    ['The clear sky above the gate is full of stars.', false],
    ['A row of clouds passes below like sheep.', false],
    ['A cloud of dust hangs over the road.', false],
    ['A grey dog lies under the grey bench.', false],
  ])('hides the sun behind a closed sky: %s', (prose, closed) => expect(overcast(airOf(prose), prose) > 0).toBe(closed));

  it('shows the weather of whatever sentence the generator has of it', () => {
    const block = (title: string): string => new RegExp(`@ ${title}\\n([\\s\\S]*?)\\n[@#]`).exec(light)?.[1] ?? '';
    const unseen: string[] = [];
    for (const row of `${block('weather_open')}\n${block('open_grey')}`.split('\n')) {
      const [kind = '', frames = ''] = row.split(/: (.*)/);
      if (!['rain', 'cloud', 'fog', 'snow', 'storm', 'morning', 'noon', 'afternoon'].includes(kind)) continue;
      for (const frame of frames.split(' | ')) {
        const plain = frame.replace(/\[([^|\]]*)[^\]]*\]/g, '$1').replace(/<\w+:(\w+)>/g, '$1');
        const prose = `${plain.replace('{part}', 'the gate').replace('{other}', 'the wall')}.`;
        if (overcast(airOf(prose), prose) === 0) unseen.push(prose);
      }
    }
    expect(block('open_grey')).not.toBe('');
    expect(unseen).toEqual([]);
  });

  it('keeps rain out of houses', () => {
    expect(airOf('Snow falls past the window, a fire in the grate.', 'indoor')).toBe('embers');
    expect(airOf('Snow falls past the window.', 'cave')).toBe('none');
  });

  it('moves in no room, unless the rain comes in', () => {
    expect(motesOf('A fire burns. Dust motes turn in the light.', 'indoor')).toBe('none');
    expect(motesOf('Rain comes through the roof of the hall.', 'indoor')).toBe('rain');
    expect(motesOf('A fire burns on the beach.', 'island')).toBe('embers');
  });

  it('has fireflies among leaves and after dark', () => {
    const prose = 'Fireflies blink over the grass.';
    expect([
      airOf(prose, 'garden', 'night'),
      airOf(prose, 'garden', 'day'),
      airOf(prose, 'city', 'night'),
      airOf(prose, 'lab', 'night'),
    ]).toEqual(['fireflies', 'none', 'none', 'none']);
  });

  it('is bubbles under water, and nowhere else', () => {
    expect(airOf('A milky fog of silt hangs here.', 'underwater')).toBe('bubbles');
    expect(airOf('Bubbles rise in the glass.', 'city')).toBe('none');
  });

  it('draws its particles inside the picture at any time', () => {
    const seen: number[] = [];
    const context = { fillRect: (x: number, y: number) => seen.push(x, y), fillStyle: '', globalAlpha: 1 };
    let state = 1;
    const weather = new Weather('rain', () => {
      state = (state * 16807) % 2147483647;
      return state / 2147483647;
    });
    weather.draw(context as unknown as CanvasRenderingContext2D, 100, 80, 12345.6, 1);
    expect(seen.length).toBeGreaterThan(100);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...seen)).toBeLessThanOrEqual(100);
  });
});

describe('titles', () => {
  it('reads ids as words', () => expect(titleOf('old_harbour-house')).toBe('Old harbour house'));
});

const world = (states: World['scene']['states'], events: World['scene']['events'] = []): World => ({
  id: 'w',
  name: 'W',
  entrance: { state: 'a' },
  scene: { states, events },
});
const camera = { static: '', dynamic: '' };

describe('names of places', () => {
  it('are spelled as the world spells them', () => {
    const told = world({
      flooded_metro_of_paris: { base: 'The diver halts in the flooded metro of Paris.', camera },
      captains_cabin: { base: "Beside the chair in the captain's cabin she stops.", camera },
      whale_bone_shore: { base: 'Near the tideline on the whale-bone shore.', camera },
      nan_s_kitchen: { base: "Steam hangs in Nan's kitchen.", camera },
      greenhouse_later: { base: 'The greenhouse again.', camera },
      corner_cafe: { base: 'Rain on the windows of the corner café.', camera },
      win_out: { base: 'Nothing is said here.', camera },
    });
    expect(Object.keys(told.scene.states).map((id) => placeOf(told, id))).toEqual([
      'Flooded metro of Paris',
      "Captain's cabin",
      'Whale-bone shore',
      "Nan's kitchen",
      'Greenhouse',
      'Corner café',
      'Win out',
    ]);
  });
  it('of people end where their description begins', () => {
    expect(nameOf('Dr. Oyelaran, a botanist. Precise.')).toBe('Dr. Oyelaran');
    expect(nameOf('Brother Kelp. Speaks slowly.')).toBe('Brother Kelp');
    expect(nameOf('A parrot')).toBe('A parrot');
  });
});

describe('what is told of a place', () => {
  it('is what is said, and what is seen, once each', () => {
    expect(tellingOf({ base: 'A hall.', camera, narration: 'Go on.' })).toEqual({ said: 'Go on.', seen: 'A hall.' });
    expect(tellingOf({ base: 'A hall.', camera, narration: 'A hall.' })).toEqual({ said: null, seen: 'A hall.' });
    expect(tellingOf(undefined)).toEqual({ said: null, seen: null });
  });
  it('is cut where a clue stands, and whole without one', () => {
    const prose = 'A gleam shows at the locked drawer. The drawers are shut.';
    expect(piecesOf(prose, [{ event: 'e', label: 'locked drawer' }])).toEqual([
      { text: 'A gleam shows at the ', event: null },
      { text: 'locked drawer', event: 'e' },
      { text: '. The drawers are shut.', event: null },
    ]);
    expect(piecesOf(prose, [{ event: 'e', label: 'lock' }])).toEqual([{ text: prose, event: null }]);
    expect(piecesOf(prose, [])).toEqual([{ text: prose, event: null }]);
    expect(piecesOf('', [])).toEqual([{ text: '', event: null }]);
  });
});

describe('endings that were found', () => {
  it('are kept from run to run, and a browser that keeps nothing forgets', () => {
    const kept = new Map<string, string>();
    const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    expect([...new Found('w', () => store as unknown as Storage).add('win')]).toEqual(['win']);
    expect([...new Found('w', () => store as unknown as Storage).add('lose')].sort()).toEqual(['lose', 'win']);
    expect([...new Found('other', () => store as unknown as Storage).add('lose')]).toEqual(['lose']);
    const none = (): Storage => {
      throw new Error('no storage');
    };
    expect([...new Found('w', none).add('win')]).toEqual(['win']);
    kept.set('makebelieve.endings.w', '{"not": "a list"}');
    expect([...new Found('w', () => store as unknown as Storage).add('win')]).toEqual(['win']);
  });
});

describe('spots in the picture', () => {
  const event = (name: string, to?: string, anchor?: string) => ({
    name,
    kind: 'transition' as const,
    from: ['a'],
    ...(to === undefined ? {} : { to }),
    ...(anchor === undefined ? {} : { anchor: { label: anchor } }),
  });

  it('puts ways on at the right, ways back at the left, things near, people beside', () => {
    expect(sortOf(choice('go'), event('go', 'b'), ['a'])).toBe('on');
    expect(sortOf(choice('go'), event('go', 'b'), ['a', 'b'])).toBe('back');
    expect(sortOf(choice('take', { kind: 'override' }), event('take'), [])).toBe('thing');
    expect(sortOf(choice('ask', { kind: 'terminal' }), event('ask'), [])).toBe('person');
  });
  it('never puts two at one place, and leaves out what finds no room', () => {
    const many = Array.from({ length: 9 }, (_, i) => choice(`go${i}`));
    const spots = spotsOf(
      many,
      many.map((one) => event(one.name, 'b')),
      [],
    );
    expect(new Set(spots.map((spot) => spot.x)).size).toBe(spots.length);
    expect(spots.length).toBe(3);
  });
  it('puts the sign of somebody over their own head, whoever else is gone', () => {
    const person = (name: string, label: string) => ({ ...event(name), kind: 'override' as const, anchor: { label, aliases: ['person'] } });
    const found = spotsOf([choice('b', { kind: 'override' })], [person('a', 'Ann'), person('b', 'Bob')], [], ['Ann', 'Bob']);
    expect(found.map((spot) => [spot.sort, spot.x])).toEqual([['person', BESIDE[1]]]);
  });
  it('puts the sign of a thing that is drawn over it', () => {
    const rise = (drawn: Record<string, unknown>) =>
      spotsOf([choice('take', { kind: 'override' })], [event('take')], [], [], drawn)[0]?.rise ?? 0;
    expect(rise({ take: {} })).toBeGreaterThan(rise({}) + 0.1);
  });
  it('shows a hidden choice only where the world anchors it to something, and nothing that is locked without a word', () => {
    const hidden = [choice('h', { hidden: true }), choice('anchored', { hidden: true }), choice('l', { locked: true })];
    const spots = spotsOf(hidden, [event('h'), event('anchored', 'b', 'brass lever'), event('l', 'b')], []);
    expect(spots.map((spot) => spot.choice.name)).toEqual(['anchored']);
  });
});

describe('what changes nothing', () => {
  const happened = (event: string, granted: string[] = []) => ({
    type: 'choice' as const,
    kind: 'override' as const,
    seq: 1,
    event,
    granted,
  });

  it('is known after the first time and out of the way after the second, until the place is entered again', () => {
    const taken = new Taken();
    const look = choice('look', { kind: 'override' });
    taken.note(happened('look'));
    expect([taken.known(look), taken.spent(look)]).toEqual([true, false]);
    taken.note(happened('look'));
    expect(taken.spent(look)).toBe(true);
    taken.enter();
    expect([taken.known(look), taken.spent(look)]).toEqual([true, false]);
    taken.clear();
    expect(taken.known(look)).toBe(false);
  });

  it('is none that gives something, and no way', () => {
    const taken = new Taken();
    taken.note(happened('take', ['key']));
    taken.note({ ...happened('go'), kind: 'transition' });
    expect([taken.known(choice('take')), taken.known(choice('go'))]).toEqual([false, false]);
  });
});

describe('giving up', () => {
  it('has no sign of a way on', () => {
    const labels = ['Give up in the family kitchen', 'Turn back on the mountain', 'Begin before you are ready', 'Give Mara the key'];
    const choices = labels.map((label) => choice(label));
    expect(spotsOf(choices, [], []).map((spot) => spot.choice.label)).toEqual(labels.slice(2));
  });
});
