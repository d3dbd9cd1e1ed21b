/** The box the game lives in: its canvas scaled to fit in whole pixels where that costs little, with room for thumbs. */
import { DENSITY } from '../art/smooth';
import { perspectiveOf } from './perspective';
import type { StageSize } from './stage';

export interface Frame {
  root: HTMLElement;
  screen: HTMLElement;
  canvas: HTMLElement;
  onResize: () => void;
  fit(size: StageSize): void;
  destroy(): void;
}

/** A whole-number scale is taken when it uses at least this share of the room. */
const WHOLE = 0.94;

export function frame(parent: HTMLElement, kind: string): Frame {
  const root = document.createElement('div');
  root.className = 'mb-player';
  root.dataset.kind = kind;
  const screen = document.createElement('div');
  screen.className = 'mb-screen';
  const canvas = document.createElement('div');
  canvas.className = 'mb-canvas';
  screen.append(canvas);
  root.append(screen);
  parent.replaceChildren(root);
  const touch = matchMedia('(pointer: coarse)').matches || navigator.maxTouchPoints > 0;
  if (touch) root.dataset.touch = '';
  const orient = (): void => {
    if (root.clientHeight > root.clientWidth * 1.1) root.dataset.portrait = '';
    else delete root.dataset.portrait;
  };
  orient();
  const observer = new ResizeObserver(() => {
    orient();
    out.onResize();
  });
  observer.observe(root);
  const out: Frame = {
    root,
    screen,
    canvas,
    onResize: () => {},
    fit(size) {
      const [width, height] = [size.width * DENSITY, size.height * DENSITY];
      const room = Math.min(screen.clientWidth / width, screen.clientHeight / height);
      const dpr = window.devicePixelRatio || 1;
      const whole = Math.floor(room * dpr) / dpr;
      const scale = whole > 0 && whole / room >= WHOLE ? whole : room;
      const picture = canvas.querySelector('canvas');
      if (picture === null) return;
      picture.style.width = `${Math.floor(width * scale)}px`;
      picture.style.height = `${Math.floor(height * scale)}px`;
    },
    destroy() {
      observer.disconnect();
      root.remove();
    },
  };
  return out;
}

/** How much of the world is seen. Upright screens see less to the sides and more above, unless the kind fixes its view. */
export function viewSize(f: Frame, kind: string): StageSize {
  const upright = f.root.dataset.portrait !== undefined;
  if (!upright || perspectiveOf(kind) === 'scroll' || kind === 'flappy-clone') return { width: 320, height: 180 };
  if (perspectiveOf(kind) === 'top') return { width: 240, height: 256 };
  // A jumper's shaft is as wide as it is: who leaves it on one side comes back on the other, so both must be seen.
  return kind === 'infinite-jumper' ? { width: 320, height: 290 } : { width: 232, height: 220 };
}
