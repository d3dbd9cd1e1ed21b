/** A sign that there are more choices below than are seen, which leads there. For pointers alone: the focus scrolls by itself. */
import { el } from './dom';

/** Pixels of a choice that may be cut off before it counts as out of sight. */
const CUT = 2;

export class Further {
  readonly element = el('button', { type: 'button', class: 'further', tabindex: '-1', 'aria-hidden': 'true' });

  /** @param boxes that scroll, whichever of them does; the choices lie in all of them. */
  constructor(
    private readonly boxes: readonly HTMLElement[],
    private readonly list: HTMLElement,
  ) {
    this.element.hidden = true;
    this.element.addEventListener('click', () => this.below()[0]?.scrollIntoView({ block: 'nearest' }));
    for (const box of boxes) box.addEventListener('scroll', () => this.look(), { passive: true });
    const watch = new ResizeObserver(() => this.look());
    for (const one of [...boxes, list]) watch.observe(one);
  }

  look(): void {
    const count = this.below().length;
    this.element.hidden = count === 0;
    for (const box of this.boxes) box.classList.toggle('cut', count > 0);
    if (count > 0) this.element.textContent = `↓ ${count} more`;
  }

  private below(): HTMLElement[] {
    const floor = Math.min(...this.boxes.map((box) => box.getBoundingClientRect().bottom));
    return [...this.list.querySelectorAll<HTMLElement>('.choice')].filter((one) => one.getBoundingClientRect().bottom > floor + CUT);
  }
}
