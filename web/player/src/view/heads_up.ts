/** Hearts, score and the rest, painted as one picture over the view and repainted only when something changed. */
import type Phaser from 'phaser';
import type { Rgb } from '../art/color';
import { textWidth, write } from '../art/font';
import { bar, ICONS } from '../art/icons';
import { Pixmap } from '../art/pixmap';
import type { Hud } from '../engine';
import { addTexture, updateTexture } from './textures';

const INK: Rgb = [255, 250, 238];
const SHADE: Rgb = [30, 20, 40];
const GOLD: Rgb = [255, 214, 94];
const RED: Rgb = [255, 110, 110];

/** Marks whose count is worth showing; a goal that must be reached is a bar. */
const COUNTED: readonly string[] = ['height', 'gates', 'seconds', 'score', 'collect', 'waves'];
const UNITS: Readonly<Record<string, string>> = { height: 'M', seconds: 'S', gates: '', collect: '', waves: '', score: '' };

export class HeadsUp {
  private before = '';
  private image: Phaser.GameObjects.Image | null = null;
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
    const out = this.paint(hud, note, endless);
    if (this.image === null) {
      addTexture(this.scene, 'heads-up', out);
      this.image = this.scene.add.image(0, 0, 'heads-up').setOrigin(0).setScrollFactor(0).setDepth(100).setVisible(this.on);
    } else updateTexture(this.scene, 'heads-up', out);
  }

  private paint(hud: Hud, note: string, endless: boolean): Pixmap {
    const { width, height } = this;
    const out = new Pixmap(width, height);
    const right = (text: string, y: number, color: Rgb = INK): void => write(out, text, width - 5 - textWidth(text), y, color, SHADE);
    const middle = (text: string, y: number, color: Rgb = INK): void =>
      write(out, text, Math.round((width - textWidth(text)) / 2), y, color, SHADE);
    let y = 5;
    const xp = hud.xp;
    if (xp !== null && xp !== undefined) {
      bar(out, 0, 0, width, 5, xp.value / Math.max(1, xp.next), [92, 190, 250]);
      y += 5;
    }
    const hearts = Math.min(hud.maxHp, 10);
    for (let i = 0; i < hearts; i++) out.draw(i < hud.hp ? ICONS.heart : ICONS.heartEmpty, 5 + i * 10, y);
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
      for (let i = 0; i < Math.min(6, hud.keys); i++) out.draw(ICONS.key, 5 + i * 12, row);
      row += 10;
    }
    if (hud.bombs !== null && hud.bombs !== undefined)
      for (let i = 0; i < Math.min(6, hud.bombs); i++) out.draw(ICONS.bomb, 5 + i * 9, row);
    right(String(this.shownScore).padStart(5, '0'), y + 1);
    let side = y + 11;
    if (hud.collectTotal > 0) {
      right(`${hud.collected}/${hud.collectTotal}`, side, GOLD);
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
      top += 10;
    }
    const { mark } = hud;
    if (COUNTED.includes(mark.kind)) {
      const unit = UNITS[mark.kind] ?? '';
      if (endless) middle(`${mark.value}${unit}`, top);
      else middle(`${mark.value}${unit} / ${mark.target}${unit}`, top);
      if (!endless) bar(out, Math.round(width / 2) - 30, top + 8, 60, 4, mark.value / Math.max(1, mark.target), [120, 220, 130]);
    } else if (hud.boss === null && mark.target > 1) {
      const w = 64;
      const x = Math.round((width - w) / 2);
      bar(out, x, top + 1, w, 4, mark.value / mark.target, [255, 206, 92]);
      out.draw(ICONS.flag, x + w - 1, top - 3);
    }
    if (hud.wave !== undefined && hud.wave.total > 0) {
      const text = `WAVE ${hud.wave.value}/${hud.wave.total}`;
      write(out, text, 5, height - 9, [200, 196, 220], SHADE);
    }
    if (hud.boss !== null) {
      middle(this.names.get(hud.boss.name) ?? hud.boss.name.replace(/[_-]/g, ' '), height - 21, INK);
      bar(out, Math.round(width * 0.2), height - 13, Math.round(width * 0.6), 7, hud.boss.hp / Math.max(1, hud.boss.max), [226, 62, 84]);
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
  }
}
