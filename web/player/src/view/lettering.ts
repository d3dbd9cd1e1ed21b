/** Headings in the game's own pixel letters; ordinary text where the font lacks a letter. */
import type { Rgb } from '../art/color';
import { LINE_HEIGHT, textWidth, writable, write } from '../art/font';
import { Pixmap } from '../art/pixmap';
import { canvasOf } from './textures';

const SHADE: Rgb = [34, 22, 48];

/** Break into lines of at most `limit` letters, at spaces. */
export function wrap(text: string, limit: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= limit) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function lettering(text: string, tag: 'h1' | 'h2', color: Rgb = [255, 244, 214], limit = 17): HTMLElement {
  const heading = document.createElement(tag);
  heading.className = 'mb-lettering';
  if (!writable(text)) {
    heading.textContent = text;
    return heading;
  }
  heading.setAttribute('aria-label', text);
  const lines = wrap(text, limit);
  const width = Math.max(...lines.map(textWidth)) + 4;
  const out = new Pixmap(width, lines.length * (LINE_HEIGHT + 2) + 2);
  lines.forEach((line, i) => {
    write(out, line, Math.round((width - textWidth(line)) / 2), 2 + i * (LINE_HEIGHT + 2), color, SHADE);
  });
  const canvas = canvasOf(out);
  canvas.setAttribute('aria-hidden', 'true');
  canvas.style.aspectRatio = `${out.width} / ${out.height}`;
  canvas.style.setProperty('--pixels', String(out.width));
  heading.append(canvas);
  return heading;
}
