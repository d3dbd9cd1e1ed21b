/** Sprites of the things in the level, pooled by their id and moved between two simulated states. */
import Phaser from 'phaser';
import { DENSITY } from '../art/smooth';
import type { Drawable } from '../engine';
import type { Perspective } from './perspective';
import { addPicture, snap } from './textures';
import type { Costume, Shown, Wardrobe } from './wardrobe';

interface Actor {
  sprite: Phaser.GameObjects.Image;
  shadow: Phaser.GameObjects.Image | null;
  type: string;
  before: { x: number; y: number };
  now: Drawable;
  /** Springs back to 1: wide when landing, tall when leaping. */
  squash: number;
  spin: number;
  seen: number;
}

/** What stands on a floor seen from above; flat things, doors and beams of sight do not. */
const CASTS_SHADOW: readonly Drawable['role'][] = [
  'hero',
  'enemy',
  'boss',
  'collectible',
  'key',
  'powerup',
  'checkpoint',
  'chest',
  'spring',
];
/** A thing that moved farther than this in a tick was put there, not moved. */
const TELEPORT = 24;

export class Actors {
  private readonly actors = new Map<number, Actor>();
  private generation = 0;

  constructor(
    private readonly scene: Phaser.Scene,
    private readonly wardrobe: Wardrobe,
    private readonly perspective: Perspective,
    private readonly ghost = false,
  ) {}

  /** Take over the state after a tick. */
  update(things: readonly Drawable[]): void {
    this.generation++;
    for (const thing of things) {
      let actor = this.actors.get(thing.id);
      if (actor !== undefined && actor.type !== thing.type) {
        this.remove(thing.id, actor);
        actor = undefined;
      }
      if (actor === undefined) {
        actor = this.enter(thing);
        this.actors.set(thing.id, actor);
      }
      const jumped = Math.abs(thing.x - actor.now.x) > TELEPORT || Math.abs(thing.y - actor.now.y) > TELEPORT;
      actor.before = jumped ? { x: thing.x, y: thing.y } : { x: actor.now.x, y: actor.now.y };
      actor.now = thing;
      actor.squash += (1 - actor.squash) * 0.22;
      actor.seen = this.generation;
    }
    for (const [id, actor] of this.actors) if (actor.seen !== this.generation) this.remove(id, actor);
  }

  private enter(thing: Drawable): Actor {
    const costume = this.wardrobe.of(thing);
    const shown = this.wardrobe.show(costume, thing, 0);
    const sprite = addPicture(this.scene, shown.texture, shown.frame ?? undefined).setOrigin(shown.originX, shown.originY);
    const grounded = this.perspective === 'top' && CASTS_SHADOW.includes(thing.role) && !this.ghost;
    const shadow = grounded ? addPicture(this.scene, 'shadow').setDepth(9).setAlpha(0.32) : null;
    return { sprite, shadow, type: thing.type, before: { x: thing.x, y: thing.y }, now: thing, squash: 1, spin: 0, seen: 0 };
  }

  private remove(id: number, actor: Actor): void {
    actor.sprite.destroy();
    actor.shadow?.destroy();
    this.actors.delete(id);
  }

  squash(id: number, amount: number): void {
    const actor = this.actors.get(id);
    if (actor !== undefined) actor.squash = amount;
  }

  /** The thing nearest to a point, for effects that name only a place. */
  nearest(x: number, y: number, within: number): number | null {
    let best = within;
    let found: number | null = null;
    for (const [id, a] of this.actors) {
      const d = Math.hypot(a.now.x - x, a.now.y - y);
      if (d < best) {
        best = d;
        found = id;
      }
    }
    return found;
  }

  /** What shows a thing now. */
  shown(id: number): Shown | null {
    const actor = this.actors.get(id);
    return actor === undefined ? null : this.wardrobe.show(this.wardrobe.of(actor.now), actor.now, 0);
  }

  place(id: number, blend: number): { x: number; y: number } | null {
    const a = this.actors.get(id);
    return a === undefined ? null : { x: a.before.x + (a.now.x - a.before.x) * blend, y: a.before.y + (a.now.y - a.before.y) * blend };
  }

  draw(blend: number, tick: number): void {
    for (const actor of this.actors.values()) {
      const { sprite, now } = actor;
      const x = actor.before.x + (now.x - actor.before.x) * blend;
      const y = actor.before.y + (now.y - actor.before.y) * blend;
      const costume = this.wardrobe.of(now);
      const shown = this.wardrobe.show(costume, now, tick);
      if (sprite.texture.key !== shown.texture || (shown.frame !== null && sprite.frame.name !== shown.frame))
        sprite.setTexture(shown.texture, shown.frame ?? undefined);
      sprite.setOrigin(shown.originX, shown.originY);
      const foot = y + (shown.anchor * now.h) / 2;
      const hover =
        now.role === 'collectible' || now.role === 'key' || now.role === 'powerup' ? Math.round(Math.sin(tick / 14 + now.x * 0.3) * 1) : 0;
      sprite.setPosition(snap(x), snap(foot) + hover);
      sprite.setFlipX(shown.flip);
      // Flyers and leapers lean; a half turn is how side views say "left", which is what flipping is for.
      const lean = now.role === 'hero' && this.perspective === 'side' && Math.abs(now.angle) < 1.4 ? now.angle : actor.spin;
      sprite.setRotation(costume.turns ? now.angle : lean);
      const s = actor.squash;
      sprite.setScale(1 / Math.sqrt(s) / DENSITY, s / DENSITY);
      sprite.setAlpha(this.ghost ? 0.42 : now.alpha);
      if (this.ghost) sprite.setTint(0x9fd8ff);
      else if (now.flash) sprite.setTint(0xffffff).setTintMode(Phaser.TintModes.FILL);
      else if (sprite.isTinted) sprite.clearTint().setTintMode(Phaser.TintModes.MULTIPLY);

      sprite.setDepth(
        this.perspective === 'top'
          ? 10 + (y + now.h / 2) / 10000 + (now.role === 'projectile' ? 1 : 0)
          : this.ghost
            ? 11
            : sideDepth(now, costume),
      );
      actor.shadow
        ?.setPosition(snap(x), snap(y + now.h / 2))
        .setScale(Math.max(0.5, now.w / 12) / DENSITY, Math.max(0.5, now.w / 14) / DENSITY);
    }
  }

  clear(): void {
    for (const [id, actor] of this.actors) this.remove(id, actor);
  }
}

/** Columns stand behind the ground, floods in front of everybody. */
function sideDepth(thing: Drawable, costume: Costume): number {
  if (costume.structure) return thing.role === 'platform' ? 8 : costume.motions.fly === undefined ? -1 : 26;
  if (thing.role === 'hero') return 20;
  if (thing.role === 'projectile') return 22;
  return thing.role === 'enemy' || thing.role === 'boss' ? 15 : 12;
}
