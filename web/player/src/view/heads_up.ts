/**
 * Hearts, score and the rest, painted over the view and repainted only when something changed: what is written in one picture, hearts, bars
 * and icons in another of the view's own density where the server drew them.
 */
import type Phaser from 'phaser';
import type { Rgb } from '../art/color';
import { textWidth, write } from '../art/font';
import { bar, ICONS } from '../art/icons';
import { Pixmap } from '../art/pixmap';
import { type Fill, gauge, type Signs } from '../art/signs';
import { DENSITY } from '../art/smooth';
import type { Hud } from '../engine';
import { addPicture, addTexture, updateTexture } from './textures';

const INK: Rgb = [255, 250, 238];
const SHADE: Rgb = [30, 20, 40];
const GOLD: Rgb = [255, 214, 94];
const RED: Rgb = [255, 110, 110];

/** Marks whose count is worth showing; a goal that must be reached is a bar. */
const COUNTED: readonly string[] = ['height', 'gates', 'seconds', 'score', 'collect', 'waves'];
const UNITS: Readonly<Record<string, string>> = { height: 'M', seconds: 'S', gates: '', collect: '', waves: '', score: '' };

/** A sign or a bar to be drawn, game px. */
type Mark = readonly [name: string, x: number, y: number] | readonly [fill: Fill, x: number, y: number, width: number, share: number];
const DEPTH = 100;

export class HeadsUp {
  private before = '';
  private image: Phaser.GameObjects.Image | null = null;
  private signs: Signs | null = null;
  private shown = '';
  private drawn: Phaser.GameObjects.Image | null = null;
  private shownScore = 0;
  private on = true;

  constructor(
    private readonly scene: Phaser.Scene,
    private width: number,
    private height: number,
    /** What the entity types are called. */
    private readonly names: ReadonlyMap<string, string> = new Map(),
  ) {}

  resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.image?.destroy();
    this.image = null;
    this.before = '';
    this.drawn?.destroy();
    this.drawn = null;
    this.shown = '';
  }

  /** From now on hearts, bars and icons are these. */
  dress(signs: Signs): void {
    this.signs = signs;
    this.before = '';
  }

  /** @param note a word at the top, such as "BOT 2×". */
  show(hud: Hud, note: string, endless = false): void {
    // The score counts up instead of jumping.
    const gap = hud.score - this.shownScore;
    this.shownScore += Math.abs(gap) < 4 ? gap : Math.round(gap * 0.25);
    const { choices: _choices, ...rest } = hud;
    const now = JSON.stringify([rest, this.shownScore, note, endless]);
    if (now === this.before) return;
    this.before = now;
    const marks: Mark[] = [];
    const out = this.paint(hud, note, endless, marks);
    this.draw(marks);
    if (this.image === null) {
      addTexture(this.scene, 'heads-up', out);
      this.image = this.scene.add.image(0, 0, 'heads-up').setOrigin(0).setScrollFactor(0).setDepth(DEPTH).setVisible(this.on);
    } else updateTexture(this.scene, 'heads-up', out);
  }

  /** The signs of the server's drawing; nothing without it. */
  private draw(marks: readonly Mark[]): void {
    const { signs } = this;
    if (signs === null) return;
    const now = JSON.stringify(marks);
    if (now === this.shown) return;
    this.shown = now;
    const out = new Pixmap(this.width * DENSITY, this.height * DENSITY);
    for (const [name, x, y, width, share] of marks) {
      const [left, top] = [Math.round(x * DENSITY), Math.round(y * DENSITY)];
      if (width !== undefined) gauge(out, signs, name as Fill, left, top, Math.round(width * DENSITY), share as number);
      else {
        const sign = signs.get(name);
        if (sign !== undefined) out.draw(sign.picture, left, top);
      }
    }
    if (this.drawn === null) {
      addTexture(this.scene, 'heads-up:signs', out);
      this.drawn = addPicture(this.scene, 'heads-up:signs')
        .setOrigin(0)
        .setScrollFactor(0)
        .setDepth(DEPTH - 1)
        .setVisible(this.on);
    } else updateTexture(this.scene, 'heads-up:signs', out);
  }

  private paint(hud: Hud, note: string, endless: boolean, marks: Mark[]): Pixmap {
    const { width, height, signs } = this;
    /** A sign of the server's, else one of the page's. */
    const sign = (name: string, icon: Pixmap | null, x: number, y: number): void => {
      if (signs?.has(name)) marks.push([name, x, y]);
      else if (icon !== null) out.draw(icon, x, y);
    };
    /** A bar; the server's has a height of its own. */
    const meter = (fill: Fill, color: Rgb, x: number, y: number, w: number, h: number, share: number): void => {
      if (signs !== null) marks.push([fill, x, y, w, Math.round(Math.max(0, Math.min(1, share)) * 400) / 400]);
      else bar(out, x, y, w, h, share, color);
    };
    const out = new Pixmap(width, height);
    const right = (text: string, y: number, color: Rgb = INK): void => write(out, text, width - 5 - textWidth(text), y, color, SHADE);
    const middle = (text: string, y: number, color: Rgb = INK): void =>
      write(out, text, Math.round((width - textWidth(text)) / 2), y, color, SHADE);
    let y = 5;
    const xp = hud.xp;
    if (xp !== null && xp !== undefined) {
      meter('mana', [92, 190, 250], 0, 0, width, 5, xp.value / Math.max(1, xp.next));
      y += signs === null ? 5 : 6;
    }
    const hearts = Math.min(hud.maxHp, 10);
    for (let i = 0; i < hearts; i++)
      sign(i < hud.hp ? 'heart-full' : 'heart-empty', i < hud.hp ? ICONS.heart : ICONS.heartEmpty, 5 + i * (signs === null ? 10 : 9), y);
    if (hud.maxHp > 10) write(out, `${hud.hp}/${hud.maxHp}`, 8 + hearts * 10, y + 2, INK, SHADE);
    let row = y + 12;
    if (hud.lives > 1) {
      write(out, `×${hud.lives}`, 6, row, INK, SHADE);
      row += 10;
    }
    if (hud.level !== null && hud.level !== undefined) {
      write(out, `LV ${hud.level}`, 6, row, GOLD, SHADE);
      row += 10;
    }
    if (hud.keys > 0) {
      for (let i = 0; i < Math.min(6, hud.keys); i++) sign('icon-key', ICONS.key, 5 + i * (signs === null ? 12 : 9), row);
      row += 10;
    }
    if (hud.bombs !== null && hud.bombs !== undefined)
      for (let i = 0; i < Math.min(6, hud.bombs); i++) out.draw(ICONS.bomb, 5 + i * 9, row);
    right(String(this.shownScore).padStart(5, '0'), y + 1);
    let side = y + 11;
    if (hud.collectTotal > 0) {
      const text = `${hud.collected}/${hud.collectTotal}`;
      right(text, side, GOLD);
      sign('icon-star', null, width - 15 - textWidth(text), side - 1);
      side += 10;
    }
    if ((hud.multiplier ?? 1) > 1) right(`×${hud.multiplier} COMBO ${hud.combo ?? 0}`, side, GOLD);
    let top = y + 1;
    if (note !== '') {
      middle(note, top, GOLD);
      top += 10;
    }
    if (hud.timeLeft !== null) {
      const text = `${Math.floor(hud.timeLeft / 60)}:${String(hud.timeLeft % 60).padStart(2, '0')}`;
      middle(text, top, hud.timeLeft <= 10 ? RED : INK);
      sign('icon-clock', null, Math.round((width - textWidth(text)) / 2) - 11, top - 1);
      top += 10;
    }
    const { mark } = hud;
    if (COUNTED.includes(mark.kind)) {
      const unit = UNITS[mark.kind] ?? '';
      if (endless) middle(`${mark.value}${unit}`, top);
      else middle(`${mark.value}${unit} / ${mark.target}${unit}`, top);
      if (!endless) meter('stamina', [120, 220, 130], Math.round(width / 2) - 30, top + 8, 60, 4, mark.value / Math.max(1, mark.target));
    } else if (hud.boss === null && mark.target > 1) {
      const w = 64;
      const x = Math.round((width - w) / 2);
      meter('xp', [255, 206, 92], x, top + (signs === null ? 1 : 0), w, 4, mark.value / mark.target);
      sign('icon-flag', ICONS.flag, x + w - 1, top - 3);
    }
    if (hud.wave !== undefined && hud.wave.total > 0) {
      const text = `WAVE ${hud.wave.value}/${hud.wave.total}`;
      write(out, text, 5, height - 9, [200, 196, 220], SHADE);
    }
    if (hud.boss !== null) {
      middle(this.names.get(hud.boss.name) ?? hud.boss.name.replace(/[_-]/g, ' '), height - 21, INK);
      meter(
        'health',
        [226, 62, 84],
        Math.round(width * 0.2),
        height - 13,
        Math.round(width * 0.6),
        7,
        hud.boss.hp / Math.max(1, hud.boss.max),
      );
      sign('icon-skull', null, Math.round(width * 0.2) - 10, height - 14);
    }
    return out;
  }

  reset(score: number): void {
    this.shownScore = score;
    this.before = '';
  }

  visible(on: boolean): void {
    this.on = on;
    this.image?.setVisible(on);
    this.drawn?.setVisible(on);
  }
}
