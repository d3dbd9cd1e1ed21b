/** What moves in the air of a scene: read from its prose, drawn as particles over the layers. */

export type Air = 'rain' | 'snow' | 'fog' | 'embers' | 'fireflies' | 'dust' | 'bubbles' | 'petals' | 'none';

/** What weather does, and a thing that has its name does not: rain falls, a rain butt stands. */
const DOES =
  '(falls?|falling|fell|comes? (down|in|over|on|from|straight|through)|is (still |now )?\\w+ing|starts?|begins?|has begun|goes on|keeps|sets in|drums?|drumming|draws|runs|beats?|lashes|lashing|hammers?|drifts?|drifting|blows?|blowing|pours|pouring|patters|pelts|drips|streams|stands like|blurs|turns?|whirls?|swirls?|hops?|hisses|dances?|spatters|sweeps?|driving|drives|settles)';
const HANGS =
  '(hangs?|lies|lay|hides?|rolls?|slides?|thins|is|stands?|has|creeps|crept|drifts?|fills|covers|rises|comes|closes|swirls?|thickens|lifts|clings|below|all round|everywhere)';
const WITHIN = '(in|into|through|under|with|by|behind) (the |a |an )?(\\w+ )?';
/** What a thing of the weather's name is: a rain butt, a fog horn. */
const COMPOUND =
  '(?![-\\w]| (butts?|barrels?|waters?|coats?|boots?|jackets?|hats?|hoods?|clouds?|chains?|gauges?|gear|gutters?|tanks?|pipes?|drums?|maps?|globes?|shoes?|shovels?|ploughs?|plows?|balls?|men|man|machines?|horns?|bells?|lamps?|lights?|lanterns?|signals?|doors?|glass|cellars?|shutters?)\\b)';
const any = (...patterns: string[]): RegExp => new RegExp(`\\b(${patterns.join('|')})`, 'i');

/** Each read from what is said of the air, never from a word alone: rain butts, snowballs and smoking chimneys are no weather. */
const SIGNS: readonly [Air, RegExp][] = [
  ['bubbles', any('underwater\\b', '(bubbles|string of bubbles) (ris|climb)', 'beneath the (sea|waves|water)\\b')],
  [
    'snow',
    any(
      `(snow|snowflakes|flakes of snow|sleet)( \\w+ly)? ${DOES}\\b`,
      `it (still |now )?(snows|is snowing|has begun to snow)\\b`,
      `(falling|driving|blowing|whirling) snow${COMPOUND}`,
      `(snowstorms?|blizzards?)${COMPOUND}`,
      // What lies fresh has only just come down.
      '(icicles and snow fringe|(fresh|new) (layer of )?snow|snow is trodden|snow on the ground|the snow near)\\b',
    ),
  ],
  [
    'rain',
    any(
      `(rain|raindrops|drizzle|downpour|hail|thunder|lightning|(rain|thunder)?storms?)( \\w+ly)? ${DOES}\\b`,
      `it (still |now )?(rains|drizzles|pours|is (still )?(raining|drizzling|pouring)|has begun to rain)\\b`,
      `(${WITHIN}|(rings|curtains?|sheets?|veils?|drops|gusts?|wind) of (the )?)(rain|drizzle|downpour|(rain|thunder)storm|storm)${COMPOUND}`,
      `(storm|thunder) (rages|howls|rattles|tears|churns|goes on|rolls|rumbles|cracks|growls|claps)\\b`,
      `lightning (shows|flickers|forks|flashes)\\b`,
      '(thunderheads|storm ?clouds|thunder ?clouds) (stack|pile|tower|stand|gather|hang|roll)\\w*',
      '(puddles fill|wind of the storm|storm has (scattered|torn|torn at))\\b',
      '(shines?|glistens?|drips?|runs?|is|are) (wet )?with rain\\b',
      `(rainy|stormy) (night|day|morning|afternoon|evening|sky|weather|sea)\\b`,
    ),
  ],
  [
    'embers',
    any(
      `(camp|bon)?fires?( \\w+ly)? (burns?|burning|crackles?|crackling|blazes?|blazing|roars|spits|flickers|glows?|jumps)\\b`,
      `(fire|flames|embers|lava) (in the grate|glows?|rises?|spits?|boils?|bubbles?|runs|flows)\\b`,
      `(gobbets?|sparks|tongues?) of (fire|flame|lava)\\b`,
    ),
  ],
  [
    'fog',
    any(`(fog|mist|haze)( \\w+ly)? ${HANGS}\\b`, `(${WITHIN}|(thick|full|banks?|veils?) (with|of) )(fog|mist|haze)${COMPOUND}`, 'foggy\\b'),
  ],
  [
    'petals',
    any('(petals?|blossoms?|leaves) (falls?|drifts?|comes? down|floats?|whirls?)\\b', '(falling|drifting) (petals?|blossoms?|leaves)\\b'),
  ],
  ['fireflies', any('fireflies\\b', 'glow-?worms\\b')],
  [
    'dust',
    any(
      '(blows?|blowing|stirs|whirls|raises|drives|lifts) (up )?(the )?(dust|sand)\\b',
      '(dust|sand) (blows|drifts|whirls|hangs|flies|dances|turns)\\b',
      '(sand|dust) ?storms?\\b',
      '(dust )?motes\\b',
    ),
  ],
];
/** What stands before weather that is not there: none, told of, to come, or what something else is like. */
const AWAY =
  /\b(no|not|never|without|if|until|before|after|unless|like|would|will|may|might|could|smells? of|out of|story|stories|songs?|painted|painting|picture|poster|photograph|forecast|dreams?|remembers?)\b[^,]{0,24}$/i;

/** Under a roof or under water it neither rains nor snows, whatever is said of the window. */
const ROOFED: ReadonlySet<string> = new Set(['indoor', 'dungeon', 'cave', 'lab', 'body', 'space', 'underwater']);
const OUTDOOR: ReadonlySet<Air> = new Set(['rain', 'snow', 'petals', 'fireflies']);
/** Where fireflies live; none is known of a scene without a picture. */
const LEAFY: ReadonlySet<string> = new Set(['', 'forest', 'garden', 'swamp', 'jungle']);
const ROOMS: ReadonlySet<string> = new Set(['indoor', 'lab']);
/** What fills the whole sky goes before what hangs in a corner of it. */
const WEATHER: ReadonlySet<Air> = new Set(['rain', 'snow', 'fog']);

function fits(air: Air, biome: string, time: string): boolean {
  if (ROOFED.has(biome) && OUTDOOR.has(air)) return false;
  if (air === 'bubbles') return biome === '';
  return air !== 'fireflies' || (LEAFY.has(biome) && time !== 'day');
}

/** The air that the prose speaks of, as far as the place and the hour allow it: weather first, then what is named first. */
export function airOf(prose: string, biome = '', time = 'night'): Air {
  // Under water nothing else moves, and silt is no fog.
  if (biome === 'underwater') return 'bubbles';
  let best: Air = 'none';
  let place = Number.POSITIVE_INFINITY;
  let start = 0;
  for (const sentence of prose.split(/(?<=[.;!?])\s/)) {
    for (const [air, sign] of SIGNS) {
      const found = sentence.search(sign);
      if (found < 0 || AWAY.test(sentence.slice(0, found)) || !fits(air, biome, time)) continue;
      const rank = start + found - (WEATHER.has(air) ? prose.length : 0);
      if (rank < place) [best, place] = [air, rank];
    }
    start += sentence.length + 1;
  }
  return best;
}

/** What moves in the picture of a place: nothing in a room, unless the rain comes in. */
export function motesOf(prose: string, biome = '', time = 'night'): Air {
  if (!ROOMS.has(biome)) return airOf(prose, biome, time);
  return /\brain (comes|drips|falls|pours) (in )?through the (roof|ceiling)\b/i.test(prose) ? 'rain' : 'none';
}

/** What is said of a sky that is closed; clouds in a clear one, dust clouds and rain clouds far off are none. */
const CLOSED: readonly RegExp[] = [
  /\bclouds? (over|above|beyond) [^,.;]* (is|are) (\w+ and |almost )?(thick|heavy|low|grey|black)\b/i,
  /\b(cloud|(grey|dark|black|low|heavy|storm) clouds?) (lies?|hangs?|covers?|pile|piles|dims|stands? (dark )?over|has (closed|drawn|come))\b/i,
  /\bsky (over|above|beyond) [^,.;]* is (grey|one white cloud|the colour of slate|all grey)\b/i,
  /\bthe colour of slate\b|\b(grey|overcast|leaden|sunless) (sky|day|morning|afternoon|evening)\b|\bovercast\b/i,
  /\b(under|behind|band of|low) (the )?cloud\b/i,
  /\brain has (left|stopped)\b|\bevery star covered\b/i,
  /\b(light (is|on [^,.;]* is) (the same|grey|dull|flat|pale)|(grey|dull|dim|flat|milky|colourless|sunless|shadowless) (light|dawn|daybreak|morning|noon|midday|afternoon|evening|glow))\b/i,
  /\b(morning|noon|midday light|afternoon|evening) (is|lies|stands) (heavy|grey|dim|dull|flat|colourless)\b|\bcasts? hardly a shadow\b/i,
];

/** Under such weather no sun shines: the share of the sky's colour that is grey. */
export function overcast(air: Air, prose = ''): number {
  const falling = air === 'rain' ? 0.62 : air === 'snow' ? 0.5 : air === 'fog' ? 0.45 : 0;
  if (falling > 0) return falling;
  return prose.split(/(?<=[.;!?])\s/).some((one) => !/\b(clear|blue)\b/i.test(one) && CLOSED.some((sign) => sign.test(one))) ? 0.5 : 0;
}

interface Mote {
  x: number;
  y: number;
  depth: number;
  phase: number;
}

interface Manner {
  count: number;
  /** Shares of the picture's height a second. */
  fall: number;
  drift: number;
  sway: number;
  color: string;
  draw(context: CanvasRenderingContext2D, x: number, y: number, depth: number, unit: number, glow: number): void;
}

const dot =
  (size: number) =>
  (context: CanvasRenderingContext2D, x: number, y: number, depth: number, unit: number): void => {
    const side = Math.max(1, Math.round(size * unit * (0.5 + depth)));
    context.fillRect(Math.round(x), Math.round(y), side, side);
  };

const blinking =
  (size: number) =>
  (context: CanvasRenderingContext2D, x: number, y: number, depth: number, unit: number, glow: number): void => {
    context.globalAlpha = 0.25 + 0.75 * glow;
    dot(size)(context, x, y, depth, unit);
    context.globalAlpha = 1;
  };

const MANNERS: Readonly<Record<Exclude<Air, 'none' | 'fog'>, Manner>> = {
  rain: {
    count: 150,
    fall: 1.6,
    drift: -0.22,
    sway: 0,
    color: 'rgba(190, 210, 240, 0.5)',
    draw: (context, x, y, depth, unit) =>
      context.fillRect(Math.round(x), Math.round(y), Math.max(1, unit), Math.round((5 + 9 * depth) * unit)),
  },
  snow: { count: 110, fall: 0.12, drift: -0.03, sway: 0.02, color: 'rgba(255, 255, 255, 0.85)', draw: dot(1.6) },
  embers: { count: 40, fall: -0.14, drift: 0.03, sway: 0.02, color: '#ffb45a', draw: blinking(1.4) },
  fireflies: { count: 22, fall: -0.008, drift: 0.012, sway: 0.03, color: '#f4f08a', draw: blinking(1.8) },
  dust: { count: 40, fall: 0.012, drift: 0.03, sway: 0.01, color: 'rgba(255, 236, 200, 0.4)', draw: dot(1) },
  bubbles: { count: 34, fall: -0.09, drift: 0, sway: 0.02, color: 'rgba(210, 240, 255, 0.6)', draw: dot(1.8) },
  petals: { count: 34, fall: 0.08, drift: 0.06, sway: 0.04, color: '#f4b8c4', draw: dot(2) },
};

/** The particles of one scene. */
export class Weather {
  private readonly motes: Mote[] = [];

  constructor(
    readonly air: Air,
    chance: () => number = Math.random,
  ) {
    const manner = air === 'none' || air === 'fog' ? null : MANNERS[air];
    for (let number = 0; number < (manner?.count ?? 0); number++) {
      this.motes.push({ x: chance(), y: chance(), depth: chance(), phase: chance() * Math.PI * 2 });
    }
  }

  draw(context: CanvasRenderingContext2D, width: number, height: number, seconds: number, unit: number): void {
    if (this.air === 'none') return;
    if (this.air === 'fog') {
      this.fog(context, width, height, seconds);
      return;
    }
    const manner = MANNERS[this.air];
    context.fillStyle = manner.color;
    for (const mote of this.motes) {
      const speed = 0.6 + mote.depth * 0.8;
      const x = mote.x + manner.drift * speed * seconds + Math.sin(seconds * 1.3 + mote.phase) * manner.sway;
      const y = mote.y + manner.fall * speed * seconds;
      const glow = 0.5 + 0.5 * Math.sin(seconds * 2.4 + mote.phase);
      manner.draw(context, (x - Math.floor(x)) * width, (y - Math.floor(y)) * height, mote.depth, unit, glow);
    }
  }

  private fog(context: CanvasRenderingContext2D, width: number, height: number, seconds: number): void {
    // Fog is thickest far off, and leaves what is near.
    const far = context.createLinearGradient(0, 0, 0, height);
    far.addColorStop(0, 'rgba(196, 204, 216, 0.5)');
    far.addColorStop(0.62, 'rgba(204, 211, 222, 0.62)');
    far.addColorStop(0.8, 'rgba(204, 211, 222, 0.34)');
    far.addColorStop(1, 'rgba(204, 211, 222, 0.1)');
    context.fillStyle = far;
    context.fillRect(0, 0, width, height);
    for (let band = 0; band < 3; band++) {
      const middle = height * (0.55 + 0.16 * band) + Math.sin(seconds * 0.2 + band * 2) * height * 0.03;
      const veil = context.createLinearGradient(0, middle - height * 0.2, 0, middle + height * 0.2);
      const strength = 0.16 + 0.06 * Math.sin(seconds * 0.3 + band);
      veil.addColorStop(0, 'rgba(220, 226, 236, 0)');
      veil.addColorStop(0.5, `rgba(220, 226, 236, ${strength.toFixed(3)})`);
      veil.addColorStop(1, 'rgba(220, 226, 236, 0)');
      context.fillStyle = veil;
      context.fillRect(0, middle - height * 0.2, width, height * 0.4);
    }
  }
}
