/** Small buttons at the corner: pause, sound, full screen. */
import type { Command } from './controls';
import type { Settings } from './settings';

const SVG = 'http://www.w3.org/2000/svg';
const SHAPES: Readonly<Record<string, string>> = {
  pause: 'M6 4h4v16H6zM14 4h4v16h-4z',
  sound: 'M3 9h4l6-5v16l-6-5H3zM16 8c2 2 2 6 0 8M18 5c4 4 4 10 0 14',
  silent: 'M3 9h4l6-5v16l-6-5H3zM16 9l6 6M22 9l-6 6',
  full: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
};

function picture(shape: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SHAPES[shape] ?? '');
  path.setAttribute('fill', shape === 'full' ? 'none' : 'currentColor');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', shape === 'pause' ? '0' : '2');
  svg.append(path);
  return svg;
}

export class Toolbar {
  private readonly soundButton: HTMLButtonElement;

  constructor(
    parent: HTMLElement,
    private readonly settings: Settings,
    command: (command: Command) => void,
  ) {
    const bar = document.createElement('div');
    bar.className = 'mb-toolbar';
    const button = (name: string, label: string, what: Command): HTMLButtonElement => {
      const b = document.createElement('button');
      b.type = 'button';
      b.setAttribute('aria-label', label);
      b.title = label;
      b.append(picture(name));
      b.addEventListener('click', () => {
        command(what);
        b.blur();
      });
      bar.append(b);
      return b;
    };
    button('pause', 'Pause', 'pause');
    this.soundButton = button('sound', 'Sound', 'mute');
    if (document.fullscreenEnabled) button('full', 'Full screen', 'fullscreen');
    parent.append(bar);
    this.refresh();
  }

  refresh(): void {
    this.soundButton.replaceChildren(picture(this.settings.muted ? 'silent' : 'sound'));
    this.soundButton.setAttribute('aria-pressed', String(!this.settings.muted));
  }
}
