/** What stands before the game as the server drew it: the hero's portrait, plates of menus and buttons. */

export const PLATES = ['panel', 'button', 'hover', 'pressed'] as const;

/** A nine-slice: its picture, its insets (left, top, right, bottom; pixels of the picture), and the colour of text on it. */
export interface Plate {
  /** PNG in base64. */
  png: string;
  slice: readonly [number, number, number, number];
  ink: string;
}

export interface Front {
  ui?: Readonly<Record<(typeof PLATES)[number], Plate>> | undefined;
  /** PNG in base64. */
  portrait?: string | null | undefined;
}

const url = (png: string): string => `data:image/png;base64,${png}`;

/** Let the style sheet know the plates: `--NAME`, `--NAME-slice` (in the order of CSS), `--NAME-ink`, and `data-plates` that they are there. */
export function lay(root: HTMLElement, front: Front): void {
  if (front.ui === undefined) return;
  for (const name of PLATES) {
    const { png, slice, ink } = front.ui[name];
    const [left, top, right, bottom] = slice;
    root.style.setProperty(`--${name}`, `url("${url(png)}")`);
    root.style.setProperty(`--${name}-slice`, `${top} ${right} ${bottom} ${left}`);
    root.style.setProperty(`--${name}-ink`, ink);
  }
  root.dataset.plates = '';
}

/** The portrait as a picture to show, null where there is none. What it shows is told beside it. */
export function portraitOf(front: Front): HTMLImageElement | null {
  if (!front.portrait) return null;
  const image = new Image();
  image.className = 'mb-portrait';
  image.alt = '';
  image.src = url(front.portrait);
  return image;
}
