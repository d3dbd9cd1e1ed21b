/** What makes blows land: dust, sparks, stars, rising numbers, afterimages. Never read by the simulation. */
import type Phaser from 'phaser';
import { label } from '../art/font';
import { addPicture, addTexture } from './textures';
import type { Shown } from './wardrobe';

interface Mote {
  x: number;
  y: number;
  vx: number;
  vy: number;
  gravity: number;
  drag: number;
  age: number;
  life: number;
  size: number;
  color: number;
}

interface Rising {
  image: Phaser.GameObjects.Image;
  age: number;
  life: number;
  vy: number;
}

interface Ring {
  x: number;
  y: number;
  age: number;
  life: number;
  radius: number;
  color: number;
}

const MOST = 420;

export class Effects {
  private readonly motes: Mote[] = [];
  private readonly risings: Rising[] = [];
  private readonly rings: Ring[] = [];
  private readonly sheet: Phaser.GameObjects.Graphics;
  /** Fewer and calmer. */
  calm = false;

  constructor(private readonly scene: Phaser.Scene) {
    this.sheet = scene.add.graphics().setDepth(40);
  }

  private mote(m: Mote): void {
    if (this.motes.length < MOST) this.motes.push(m);
  }

  /** A burst in all directions (or upward only). */
  burst(
    x: number,
    y: number,
    colors: readonly number[],
    count: number,
    speed: number,
    o: { gravity?: number; life?: number; size?: number; up?: boolean } = {},
  ): void {
    const n = this.calm ? Math.ceil(count / 3) : count;
    for (let i = 0; i < n; i++) {
      const angle = o.up ? -Math.PI * (0.15 + 0.7 * Math.random()) : Math.random() * Math.PI * 2;
      const v = speed * (0.4 + 0.6 * Math.random());
      this.mote({
        x,
        y,
        vx: Math.cos(angle) * v,
        vy: Math.sin(angle) * v,
        gravity: o.gravity ?? 0,
        drag: 2.5,
        age: 0,
        life: (o.life ?? 0.5) * (0.6 + 0.6 * Math.random()),
        size: (o.size ?? 2) * (Math.random() > 0.6 ? 1 : 0.75),
        color: colors[i % colors.length] as number,
      });
    }
  }

  /** Puffs at the feet, running off to both sides. */
  dust(x: number, y: number, count: number, color: number, spread = 30): void {
    const n = this.calm ? Math.ceil(count / 3) : count;
    for (let i = 0; i < n; i++) {
      const side = i % 2 === 0 ? -1 : 1;
      this.mote({
        x: x + side * 2,
        y: y - 1,
        vx: side * spread * (0.3 + Math.random()),
        vy: -8 - Math.random() * 14,
        gravity: 20,
        drag: 4,
        age: 0,
        life: 0.28 + Math.random() * 0.2,
        size: 2 + Math.random() * 1.4,
        color,
      });
    }
  }

  ring(x: number, y: number, radius: number, color: number, life = 0.3): void {
    this.rings.push({ x, y, age: 0, life, radius, color });
  }

  /** A word or number that rises and fades. */
  say(text: string, x: number, y: number, ink: readonly [number, number, number], life = 0.8): void {
    if (this.risings.length > 9) return;
    const key = `say:${text}:${ink.join()}`;
    if (!this.scene.textures.exists(key)) addTexture(this.scene, key, label(text, ink, [30, 20, 40]));
    this.risings.push({ image: this.scene.add.image(Math.round(x), Math.round(y), key).setDepth(45), age: 0, life, vy: -26 });
  }

  /** A fading copy of a sprite: dashes, defeated foes. */
  afterimage(shown: Shown, x: number, y: number, tint: number, life: number, vy = 0): void {
    const image = addPicture(this.scene, shown.texture, shown.frame ?? undefined)
      .setPosition(Math.round(x), Math.round(y))
      .setOrigin(shown.originX, shown.originY)
      .setFlipX(shown.flip)
      .setTint(tint)
      .setDepth(14);
    this.risings.push({ image, age: 0, life, vy });
  }

  /** Slow specks of a place: leaves, snow, embers, bubbles. */
  drift(x: number, y: number, vx: number, vy: number, color: number, life: number, size = 1): void {
    this.mote({ x, y, vx, vy, gravity: 0, drag: 0, age: 0, life, size, color });
  }

  update(seconds: number): void {
    const g = this.sheet;
    g.clear();
    for (let i = this.motes.length - 1; i >= 0; i--) {
      const m = this.motes[i] as Mote;
      m.age += seconds;
      if (m.age >= m.life) {
        this.motes[i] = this.motes[this.motes.length - 1] as Mote;
        this.motes.pop();
        continue;
      }
      const slow = Math.max(0, 1 - m.drag * seconds);
      m.vx *= slow;
      m.vy = m.vy * slow + m.gravity * seconds;
      m.x += m.vx * seconds;
      m.y += m.vy * seconds;
      const left = 1 - m.age / m.life;
      const size = Math.max(1, Math.round(m.size * (left > 0.5 ? 1 : left * 2)));
      g.fillStyle(m.color, left < 0.25 ? left * 4 : 1).fillRect(Math.round(m.x - size / 2), Math.round(m.y - size / 2), size, size);
    }
    for (let i = this.rings.length - 1; i >= 0; i--) {
      const r = this.rings[i] as Ring;
      r.age += seconds;
      if (r.age >= r.life) {
        this.rings.splice(i, 1);
        continue;
      }
      const f = r.age / r.life;
      const radius = r.radius * (1 - (1 - f) * (1 - f));
      g.lineStyle(f < 0.5 ? 2 : 1, r.color, 1 - f).strokeCircle(Math.round(r.x), Math.round(r.y), radius);
    }
    for (let i = this.risings.length - 1; i >= 0; i--) {
      const r = this.risings[i] as Rising;
      r.age += seconds;
      if (r.age >= r.life) {
        r.image.destroy();
        this.risings.splice(i, 1);
        continue;
      }
      r.image.y += r.vy * seconds;
      const left = 1 - r.age / r.life;
      r.image.setAlpha(Math.min(1, left * 2.5) * (r.vy === 0 ? 0.5 : 1));
    }
  }

  clear(): void {
    this.motes.length = 0;
    this.rings.length = 0;
    for (const r of this.risings) r.image.destroy();
    this.risings.length = 0;
    this.sheet.clear();
  }
}
