/** The scene: one level drawn from the session's views. It decides nothing; it shows. */
import Phaser from 'phaser';
import { lookOf as lookOfPlace } from '../art/layers';
import type { Materials } from '../art/material';
import { Pixmap } from '../art/pixmap';
import { DENSITY } from '../art/smooth';
import { paintSpikes } from '../art/terrain';
import { type Theme, type ThemeSpec, themeOf, themeOfScene } from '../art/theme';
import type { Sound } from '../audio/sound';
import type { Config, GameEvent, LevelData, Session, View } from '../engine';
import { Actors } from './actors';
import { type Artwork, addArtwork } from './artwork';
import { type Bounds, FollowCamera, Shake } from './camera';
import type { Place } from './distance';
import { Effects } from './effects';
import { HeadsUp } from './heads_up';
import { Landscape } from './landscape';
import { type Perspective, perspectiveOf } from './perspective';
import { react } from './reactions';
import type { Settings } from './settings';
import { addPainting, snap } from './textures';
import { Wardrobe } from './wardrobe';
import { Weather } from './weather';

/** Kinds whose things look where they are headed. */
const HEADED: readonly string[] = ['topdown', 'dungeon-crawler'];

export interface StageSize {
  width: number;
  height: number;
}

export class Stage extends Phaser.Scene {
  /** Called once a frame with the milliseconds since the last. */
  onFrame: (deltaMs: number) => void = () => {};
  onReady: () => void = () => {};
  effects!: Effects;
  private readonly follow: FollowCamera;
  private readonly shake = new Shake();
  private headsUp!: HeadsUp;
  private wardrobe!: Wardrobe;
  private actors: Actors | null = null;
  private ghosts: Actors | null = null;
  private landscape: Landscape | null = null;
  private weather: Weather | null = null;
  private veil!: Phaser.GameObjects.Rectangle;
  private veilAlpha = 0;
  private theme: Theme;
  private artwork: Artwork | null = null;
  private readonly perspective: Perspective;
  private now: View | null = null;
  private heading = 0;
  private tick = 0;

  constructor(
    private readonly config: Config,
    private readonly settings: Settings,
    private readonly speaker: Sound,
    private size: StageSize,
  ) {
    super('stage');
    this.perspective = perspectiveOf(config.game.kind);
    this.theme = themeOf((config.game.theme ?? {}) as ThemeSpec);
    this.follow = new FollowCamera(size.width, size.height);
  }

  create(): void {
    // Batches of several textures tear whatever is turned: their shader compares an interpolated number with `==` (phaserjs/phaser#7372).
    if (this.renderer instanceof Phaser.Renderer.WebGL.WebGLRenderer) this.renderer.renderNodes.setMaxParallelTextureUnits(1);
    addPainting(this, 'shadow', shadow());
    for (const [key, share] of [
      ['up', 1],
      ['tell', 0.4],
      ['down', 0],
    ] as const)
      addPainting(this, `spikes:${key}`, plate(this.theme, share));
    this.effects = new Effects(this);
    this.headsUp = new HeadsUp(this, this.size.width, this.size.height, namesOf(this.config));
    this.wardrobe = new Wardrobe(this, this.config.entities, this.theme, HEADED.includes(this.config.game.kind));
    this.cameras.main.setOrigin(0).setZoom(DENSITY);
    this.veil = this.add
      .rectangle(0, 0, this.size.width, this.size.height, 0xffffff)
      .setOrigin(0)
      .setScrollFactor(0)
      .setDepth(90)
      .setAlpha(0);
    this.onReady();
  }

  override update(_time: number, delta: number): void {
    this.onFrame(delta);
  }

  resize(size: StageSize): void {
    this.size = size;
    this.follow.width = size.width;
    this.follow.height = size.height;
    this.scale.resize(size.width * DENSITY, size.height * DENSITY);
    this.cameras.main.setSize(size.width * DENSITY, size.height * DENSITY);
    this.headsUp.resize(size.width, size.height);
    this.veil.setSize(size.width, size.height);
  }

  /** Build the level of a session; `look`: what its scene says of its own look. */
  open(session: Session, level: LevelData, look?: unknown): void {
    this.theme = themeOfScene(this.config.game.theme as ThemeSpec | undefined, look);
    this.landscape?.destroy();
    this.actors?.clear();
    this.ghosts?.clear();
    this.effects.clear();
    this.landscape = new Landscape(this, level, this.theme, this.perspective, this.size.width, this.size.height, this.ground, this.place);
    this.actors = new Actors(this, this.wardrobe, this.perspective);
    this.ghosts = new Actors(this, this.wardrobe, this.perspective, true);
    this.weather = new Weather(this.theme, this.perspective === 'top');
    this.now = session.view();
    this.headsUp.reset(this.now.hud.score);
    this.enter(this.now);
    const { camera } = this.now;
    this.follow.jump(camera.x, camera.y - this.lift, this.bounds(camera));
    this.landscape.update(this.follow.x, this.follow.y, 0, 0, true);
  }

  /** What this level's place is made of; null: it is painted here. */
  get ground(): Materials | null {
    const { biome } = this.theme;
    const home = themeOf((this.config.game.theme ?? {}) as ThemeSpec).biome;
    return (biome === home ? this.artwork?.materials : this.artwork?.elsewhere.get(biome)) ?? null;
  }

  /** What lies behind this level; null: it is painted here. */
  get place(): Place | null {
    return this.artwork?.places.get(lookOfPlace(this.theme)) ?? null;
  }

  /** Side views look a little above the hero: what comes is rarely under the ground. A jumper's camera does so by itself. */
  private get lift(): number {
    return this.perspective === 'side' && this.config.game.kind !== 'infinite-jumper' ? this.size.height * 0.1 : 0;
  }

  /** Upright screens show sky rather than the last rows of earth. */
  private bounds(camera: View['camera']): Bounds {
    const upright = this.perspective === 'side' && this.size.height > this.size.width * 0.9;
    return upright && this.config.game.kind !== 'infinite-jumper' ? { ...camera, bottom: camera.bottom - 16 } : camera;
  }

  private enter(view: View): void {
    this.now = view;
    this.actors?.update([...view.things, view.hero]);
    this.landscape?.setChanges(view.tileChanges);
  }

  /** After a tick. */
  advance(session: Session, events: readonly GameEvent[], ghost: Session | null): void {
    const before = this.now;
    const view = session.view();
    this.tick = session.tick;
    for (const e of events) this.feel(e, view);
    this.enter(view);
    const moved = before === null ? 0 : view.hero.x - before.hero.x;
    this.heading = Math.abs(moved) > 0.35 ? Math.sign(moved) : this.heading * (Math.abs(moved) < 0.02 ? 0.96 : 1);
    this.ghosts?.update(ghost === null || ghost.status === 'lost' ? [] : [ghost.view().hero]);
    if (view.hero.anim === 'dash' && this.tick % 3 === 0) this.trail(0x9fd8ff);
  }

  private trail(tint: number): void {
    const hero = this.now?.hero;
    if (hero === undefined) return;
    const costume = this.wardrobe.of(hero);
    const shown = this.wardrobe.show(costume, hero, this.tick);
    this.effects.afterimage(shown, hero.x, hero.y + (shown.anchor * hero.h) / 2, tint, 0.22);
  }

  private feel(e: GameEvent, view: View): void {
    if (this.actors === null) return;
    react(e, {
      effects: this.effects,
      actors: this.actors,
      shake: this.shake,
      sound: this.speaker,
      theme: this.theme,
      foot: this.perspective === 'side' ? view.hero.h / 2 : view.hero.h / 3,
      wash: (color, alpha) => this.wash(color, alpha),
      leave: (x, y) => {
        const id = this.actors?.nearest(x, y, 14) ?? null;
        const shown = id === null || id === -1 ? null : (this.actors?.shown(id) ?? null);
        if (shown !== null) this.effects.afterimage({ ...shown, originX: 0.5, originY: 0.5 }, x, y, 0xffffff, 0.3, -40);
      },
    });
  }

  /** A colour over everything that fades away. */
  wash(color: number, alpha: number): void {
    if (this.settings.reducedMotion) return;
    this.veil.setFillStyle(color, 1);
    this.veilAlpha = alpha;
  }

  /** Draw the moment between the last two ticks. */
  render(blend: number, seconds: number, note: string, moving: boolean, endless: boolean): void {
    const view = this.now;
    if (view === null || this.actors === null || this.landscape === null) return;
    const calm = this.settings.reducedMotion;
    this.effects.calm = calm;
    const { camera } = view;
    const hero = this.actors.place(-1, blend);
    const bounds = this.bounds(camera);
    // The shooter's camera is the level's own; elsewhere it follows what is shown of the hero.
    const fixed = this.perspective === 'scroll' || hero === null;
    const cx = fixed ? camera.x : camera.x + (hero.x - view.hero.x);
    const cy = fixed ? camera.y : camera.y + (hero.y - view.hero.y) - this.lift;
    if (fixed) this.follow.jump(cx, cy, bounds);
    else this.follow.follow(cx, cy, this.perspective === 'side' && !calm ? Math.round(this.heading) : 0, bounds, moving ? seconds : 0);
    const [sx, sy] = this.shake.offset(seconds, calm);
    const x = snap(this.follow.x + sx);
    const y = snap(this.follow.y + sy);
    this.cameras.main.setScroll(x, y);
    this.landscape.update(x, y, this.tick, calm ? 0 : seconds, false);
    this.actors.draw(blend, this.tick);
    this.ghosts?.draw(blend, this.tick);
    if (moving) this.weather?.update(this.effects, x, y, this.size.width, this.size.height, seconds, calm);
    this.effects.update(seconds);
    this.veilAlpha = Math.max(0, this.veilAlpha - seconds * 1.4);
    this.veil.setAlpha(this.veilAlpha);
    this.headsUp.show(view.hud, note, endless);
  }

  /** Show the cast as the server drew it, on ground of its materials. */
  dress(artwork: Artwork): void {
    addArtwork(this, artwork);
    this.wardrobe.dress(artwork);
    this.artwork = artwork;
    if (artwork.signs !== null) this.headsUp.dress(artwork.signs);
    this.landscape?.dress(this.ground, this.place);
  }

  showHud(on: boolean): void {
    this.headsUp.visible(on);
  }

  get heroTexture(): string | null {
    return this.actors?.shown(-1)?.texture ?? null;
  }

  get view(): View | null {
    return this.now;
  }
}

function namesOf(config: Config): Map<string, string> {
  return new Map(config.entities.flatMap((e) => (typeof e.properties.name === 'string' ? [[e.type, e.properties.name]] : [])));
}

function shadow(): Pixmap {
  const out = new Pixmap(12, 5);
  for (let y = 0; y < 5; y++) for (let x = 0; x < 12; x++) if (((x - 5.5) / 6) ** 2 + ((y - 2) / 2.4) ** 2 <= 1) out.set(x, y, [10, 6, 22]);
  return out;
}

/** A floor plate with spikes out by a share of their length. */
function plate(theme: Theme, share: number): Pixmap {
  const out = new Pixmap(16, 16);
  out.rect(1, 1, 14, 14, theme.wall[0]);
  out.rect(2, 2, 12, 12, theme.wall[1]);
  for (let y = 4; y < 14; y += 4) for (let x = 4; x < 14; x += 4) out.rect(x, y, 2, 2, [24, 18, 34]);
  if (share === 0) return out;
  const spikes = new Pixmap(12, 12);
  paintSpikes(spikes, theme, 12, 0, 0, true);
  const h = Math.max(3, Math.round(12 * share));
  const cut = new Pixmap(12, h);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < 12; x++) {
      const at = (y * 12 + x) * 4;
      if ((spikes.data[at + 3] as number) > 0)
        cut.set(x, y, [spikes.data[at] as number, spikes.data[at + 1] as number, spikes.data[at + 2] as number]);
    }
  out.draw(cut, 2, 14 - h);
  return out;
}
