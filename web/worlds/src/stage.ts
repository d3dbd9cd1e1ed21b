/** The picture of the state: parallax layers, what moves in the air, the player's figure; a camera that never stands quite still. */
import type { Figure, Person, Scenery, World } from './model';
import { BESIDE, type Spot } from './spots';
import { motesOf, overcast, Weather } from './weather';

const FADE = 0.7;
/** The ground ends at this share of the view at least, however many the words and buttons over it are. */
const LEAST_GROUND = 0.36;
/** Heights of figures, as shares of the height above the words: the player is nearer than whom they meet. */
const NEAR = 0.4;
const AWAY = 0.34;
const LYING = 0.18;
/** A figure's width at most, as a share of the view's. */
const WIDEST = 0.24;
/** What an overcast sky is made of, by the hour. */
const CLOUDS: Readonly<Record<string, string>> = { day: '118, 128, 142', dawn: '112, 110, 128', dusk: '84, 78, 100', night: '22, 26, 42' };

/** Pictures under an open sky have a layer of clouds of their own: more than these. */
const OPEN_SKY = 4;

interface Scene {
  layers: HTMLCanvasElement[];
  speeds: number[];
  weather: Weather;
  /** A veil over the sky where no sun can be seen; null under an open one. */
  veil: string | null;
  people: ({ image: HTMLImageElement; person: Person } | undefined)[];
  seed: number;
}

function loaded(src: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.crossOrigin = 'anonymous';
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error(`no picture at ${src}`));
    image.src = src;
  });
}

function cut(image: HTMLImageElement, count: number): HTMLCanvasElement[] {
  const height = Math.floor(image.height / count);
  return Array.from({ length: count }, (_, number) => {
    const layer = document.createElement('canvas');
    layer.width = image.width;
    layer.height = height;
    layer.getContext('2d')?.drawImage(image, 0, number * height, image.width, height, 0, 0, image.width, height);
    return layer;
  });
}

/** A place without a picture: a sky and a ground in colours of the name. */
function plain(name: string): HTMLCanvasElement[] {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const layer = document.createElement('canvas');
  layer.width = 480;
  layer.height = 270;
  const context = layer.getContext('2d');
  if (context !== null) {
    const sky = context.createLinearGradient(0, 0, 0, 270);
    sky.addColorStop(0, `hsl(${hue} 40% 22%)`);
    sky.addColorStop(0.7, `hsl(${(hue + 30) % 360} 45% 48%)`);
    sky.addColorStop(0.71, `hsl(${hue} 30% 20%)`);
    sky.addColorStop(1, `hsl(${hue} 30% 10%)`);
    context.fillStyle = sky;
    context.fillRect(0, 0, 480, 270);
  }
  return [layer];
}

export class Stage {
  readonly canvas = document.createElement('canvas');
  private readonly context: CanvasRenderingContext2D;
  private readonly cache = new Map<string, Promise<HTMLCanvasElement[]>>();
  private scene: Scene | null = null;
  private before: Scene | null = null;
  private since = 0;
  private figure: HTMLImageElement | null = null;
  private wanted = '';
  private laid: { image: HTMLImageElement | null; thing: Figure; x: number }[] = [];
  private pointer = 0;
  private push = 0;
  private ground = 0.9;
  private frame = 0;
  private readonly still = window.matchMedia('(prefers-reduced-motion: reduce)');

  constructor(
    private readonly world: World,
    host: HTMLElement,
  ) {
    const context = this.canvas.getContext('2d');
    if (context === null) throw new Error('this browser has no canvas');
    this.context = context;
    this.canvas.className = 'stage';
    this.canvas.setAttribute('aria-hidden', 'true');
    host.append(this.canvas);
    new ResizeObserver(() => this.fit()).observe(host);
    host.addEventListener('pointermove', (event) => {
      this.pointer = (event.clientX / Math.max(1, host.clientWidth)) * 2 - 1;
    });
    if (world.hero !== undefined) {
      loaded(world.hero.src).then(
        (image) => {
          this.figure = image;
        },
        () => undefined,
      );
    }
    this.fit();
    const turn = (now: number): void => {
      this.frame = requestAnimationFrame(turn);
      if (!document.hidden) this.draw(now / 1000);
    };
    this.frame = requestAnimationFrame(turn);
  }

  /** Show a state; pictures of where one can go next are fetched meanwhile. */
  async show(name: string, next: readonly string[]): Promise<void> {
    const state = this.world.scene.states[name];
    const scenery = this.world.scenery?.[name];
    this.wanted = name;
    const layers = await this.layers(name, scenery);
    // Who went on meanwhile is somewhere else.
    if (this.wanted !== name) return;
    const seed = [...name].reduce((sum, letter) => (sum * 33 + letter.charCodeAt(0)) % 997, 5);
    const prose = `${state?.base ?? ''} ${(state?.ambient ?? []).join(' ')}`;
    const air = motesOf(prose, scenery?.room === undefined ? scenery?.biome : 'indoor', scenery?.time);
    const grey = scenery !== undefined && OPEN_SKY < layers.length ? overcast(air, prose) : 0;
    const scene: Scene = {
      layers,
      speeds: scenery?.speeds ?? [0],
      weather: new Weather(air),
      veil: grey > 0 ? `rgba(${CLOUDS[scenery?.time ?? 'day'] ?? CLOUDS.day}, ${grey})` : null,
      people: [],
      seed,
    };
    this.before = this.scene;
    this.scene = scene;
    this.meet(scene, this.world.cast?.[name] ?? []);
    this.since = performance.now() / 1000;
    for (const other of next) void this.layers(other, this.world.scenery?.[other]);
  }

  private meet(scene: Scene, people: readonly Person[]): void {
    people.slice(0, BESIDE.length).forEach((person, number) => {
      loaded(person.src).then(
        (image) => {
          scene.people[number] = { image, person };
        },
        () => undefined,
      );
    });
  }

  /** Things lie where their spots are; those that are not there any more are gone. */
  lay(spots: readonly Spot[]): void {
    this.laid = [];
    for (const { choice, x } of spots) {
      const thing = this.world.things?.[choice.name];
      if (thing === undefined) continue;
      const lying = { image: null as HTMLImageElement | null, thing, x };
      this.laid.push(lying);
      loaded(thing.src).then(
        (image) => {
          lying.image = image;
        },
        () => undefined,
      );
    }
  }

  /** Where the words begin, as a share of the view: the ground is just above. */
  rest(share: number): void {
    this.ground = Math.max(LEAST_GROUND, Math.min(1, share));
  }

  /** A short move forward, as one walks on. */
  step(): void {
    this.push = this.still.matches ? 0 : 1;
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.canvas.remove();
  }

  private layers(name: string, scenery: Scenery | undefined): Promise<HTMLCanvasElement[]> {
    const known = this.cache.get(name);
    if (known !== undefined) return known;
    const found =
      scenery === undefined
        ? Promise.resolve(plain(name))
        : loaded(scenery.src).then(
            (image) => cut(image, scenery.layers),
            () => plain(name),
          );
    this.cache.set(name, found);
    return found;
  }

  private fit(): void {
    const host = this.canvas.parentElement;
    if (host === null) return;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    this.canvas.width = Math.max(1, Math.round(host.clientWidth * ratio));
    this.canvas.height = Math.max(1, Math.round(host.clientHeight * ratio));
    this.context.imageSmoothingEnabled = false;
  }

  private draw(now: number): void {
    if (this.scene === null) return;
    this.context.fillStyle = '#0a0814';
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    const shown = Math.min(1, (now - this.since) / FADE);
    this.push *= 0.96;
    if (this.before !== null && shown < 1) this.paint(this.before, now);
    this.context.globalAlpha = this.before === null ? 1 : shown;
    this.paint(this.scene, now);
    for (const { image, thing, x } of this.laid) {
      if (image !== null) this.figureOf(image, thing, x, LYING, 0.045, now);
    }
    for (const [number, one] of this.scene.people.entries()) {
      // One whose picture is not here yet leaves a gap.
      if (one !== undefined) this.figureOf(one.image, one.person, BESIDE[number] ?? 0.5, AWAY, 0.09, now + number);
    }
    this.context.globalAlpha = 1;
    if (shown >= 1) this.before = null;
    this.player(now);
  }

  private paint(scene: Scene, now: number): void {
    const { width, height } = this.canvas;
    const base = scene.layers[0];
    if (base === undefined) return;
    const calm = this.still.matches;
    // Larger than the view, so that the camera has somewhere to go.
    const scale = Math.max(width / base.width, (height * this.ground) / base.height) * (1.06 + 0.12 * this.push);
    const wide = base.width * scale;
    const tall = base.height * scale;
    const sway = calm ? 0 : Math.sin(now * 0.11 + scene.seed) * 0.5 + this.pointer * 0.5;
    // Never upwards: what stands behind would look out below.
    const bob = calm ? 0 : (Math.sin(now * 0.37 + scene.seed) + 1) * 0.004 * height;
    scene.layers.forEach((layer, number) => {
      const speed = scene.speeds[number] ?? 0;
      const shift = ((-sway * speed * wide * 0.25) % wide) - (wide - width) / 2;
      const top = height * this.ground - tall + bob * speed;
      for (let left = shift > 0 ? shift - wide : shift; left < width; left += wide) {
        this.context.drawImage(layer, Math.round(left), Math.round(top), Math.ceil(wide) + 1, Math.ceil(tall));
      }
      // The sky and its clouds are dimmed, what stands before them is not.
      if (number === 1 && scene.veil !== null) {
        this.context.fillStyle = scene.veil;
        this.context.fillRect(0, 0, width, Math.ceil(height * this.ground));
      }
    });
    this.context.save();
    this.context.beginPath();
    this.context.rect(0, 0, width, height * this.ground);
    this.context.clip();
    scene.weather.draw(this.context, width, Math.round(height * this.ground), calm ? scene.seed : now, Math.max(1, Math.round(scale)));
    this.context.restore();
  }

  private player(now: number): void {
    const hero: Figure | undefined = this.world.hero;
    if (this.figure === null || hero === undefined) return;
    this.figureOf(this.figure, hero, 0.24, NEAR, 0.05, now, Math.sin(this.push * 14) * 0.03 * this.push);
  }

  /** A figure that stands `rise` above the words, at a share of the width; all shares are of the height above the words. */
  private figureOf(image: HTMLImageElement, figure: Figure, share: number, size: number, rise: number, now: number, lift = 0): void {
    const { width } = this.canvas;
    const tall = this.canvas.height * this.ground;
    // Narrow views have no room for figures as tall as their height allows.
    const fitting = Math.min((tall * size) / figure.height, (width * WIDEST) / figure.width);
    const scale = Math.max(1, Math.round(fitting * 4) / 4);
    const number = this.still.matches ? 0 : Math.floor(now * figure.fps) % figure.frames;
    const wide = figure.width * scale;
    const middle = Math.max(wide * 0.4, width * share);
    const foot = tall * (1 - rise);
    this.context.fillStyle = 'rgba(0, 0, 0, 0.28)';
    this.context.beginPath();
    this.context.ellipse(middle, foot - scale, wide * 0.26, wide * 0.06, 0, 0, Math.PI * 2);
    this.context.fill();
    const left = Math.round(middle - wide / 2);
    const top = Math.round(foot - figure.height * scale - lift * tall);
    this.context.drawImage(
      image,
      number * figure.width,
      0,
      figure.width,
      figure.height,
      left,
      top,
      Math.round(wide),
      Math.round(figure.height * scale),
    );
  }
}
