/** What moves in the air of a scene: read from its prose, drawn as particles over the layers. */

export type Air = 'rain' | 'snow' | 'fog' | 'embers' | 'fireflies' | 'dust' | 'bubbles' | 'petals' | 'none';

const SIGNS: readonly [Air, RegExp][] = [
  ['bubbles', /\b(underwater|seabed|sea ?floor|beneath the (sea|waves|water)|reef|submerged|bubbles?)\b/i],
  ['snow', /\b(snow(s|ing|y|fall|storms?|flakes?|drifts?)?|blizzards?|flakes of snow|sleet)\b/i],
  [
    'rain',
    /\b(rain(s|ing|y|fall|drops?|storms?)?|drizzl(e|es|ing)|downpours?|(thunder)?storms?|stormy|thunder(s|heads?)?|cloudbursts?)\b/i,
  ],
  [
    'embers',
    /\b(fire|fires|firelight|bonfires?|campfires?|flames?|embers?|burning|lava|forge|smoke|smoking)\b(?! (lockers?|doors?|escapes?|exits?|buckets?|bells?|stations?|engines?|extinguishers?|irons?|guards?|alarms?|screens?|tongs|flies))/i,
  ],
  ['fog', /\b(fog|foggy|fogs|mists?|misty|haze|hazy|steam(s|ing)?)\b/i],
  ['petals', /\b(blossoms?|petals?|autumn leaves|falling leaves|leaves (fall|drift|come) down|cherry trees?)\b/i],
  ['fireflies', /\b(fireflies|glow-?worms?|moonlit|moonlight|enchanted|faint lights)\b/i],
  ['dust', /\b(dust(y|s)?|sand(s|y|storms?)?|desert|attic|ruins?|tomb|crypt|motes?)\b/i],
];

/** Under a roof or under water it neither rains nor snows, whatever is said of the window. */
const ROOFED: ReadonlySet<string> = new Set(['indoor', 'dungeon', 'cave', 'lab', 'body', 'space', 'underwater']);
const OUTDOOR: ReadonlySet<Air> = new Set(['rain', 'snow', 'petals']);
/** What fills the whole sky goes before what hangs in a corner of it. */
const WEATHER: ReadonlySet<Air> = new Set(['rain', 'snow', 'fog']);

/** The air that the prose speaks of, as far as the place allows it: weather first, then what is named first. */
export function airOf(prose: string, biome = ''): Air {
  let best: Air = 'none';
  let place = Number.POSITIVE_INFINITY;
  for (const [air, sign] of SIGNS) {
    const found = prose.search(sign);
    if (found < 0 || (ROOFED.has(biome) && OUTDOOR.has(air))) continue;
    const rank = WEATHER.has(air) ? found - prose.length : found;
    if (rank < place) [best, place] = [air, rank];
  }
  return best;
}

/** Under such weather no sun shines: the share of the sky's colour that is grey. */
export function overcast(air: Air): number {
  return air === 'rain' ? 0.62 : air === 'snow' ? 0.5 : air === 'fog' ? 0.45 : 0;
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
