/** On-screen stick and buttons, only as far as the kind needs them. */
import { A, B, DOWN, LEFT, RIGHT, UP } from '../engine';
import type { ControlScheme, Controls } from './controls';

const DEAD = 12;
const REACH = 42;

export class TouchControls {
  readonly element: HTMLElement;
  private stick = 0;
  private readonly pressed = new Map<number, number>();

  constructor(
    private readonly scheme: ControlScheme,
    private readonly controls: Controls,
  ) {
    this.element = document.createElement('div');
    this.element.className = 'mb-touch';
    if (scheme.tapAnywhere) this.element.classList.add('mb-anywhere');
    if (scheme.stick !== 'none') this.element.append(this.makeStick());
    const pad = document.createElement('div');
    pad.className = 'mb-buttons';
    if (scheme.b !== null) pad.append(this.makeButton('b', scheme.b, B));
    if (scheme.a !== null) pad.append(this.makeButton('a', scheme.a, A));
    if (scheme.a !== null || scheme.b !== null) this.element.append(pad);
  }

  private write(): void {
    let bits = this.stick;
    for (const b of this.pressed.values()) bits |= b;
    this.controls.touch = bits;
  }

  private makeButton(name: string, text: string, bits: number): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `mb-button mb-button-${name}`;
    button.textContent = text;
    button.setAttribute('aria-label', text);
    button.tabIndex = -1;
    const end = (e: PointerEvent): void => {
      this.pressed.delete(e.pointerId);
      button.classList.remove('mb-down');
      this.write();
    };
    button.addEventListener('pointerdown', (e) => {
      e.preventDefault();
      button.setPointerCapture(e.pointerId);
      this.pressed.set(e.pointerId, bits);
      this.controls.tap(bits);
      button.classList.add('mb-down');
      this.write();
    });
    button.addEventListener('pointerup', end);
    button.addEventListener('pointercancel', end);
    button.addEventListener('contextmenu', (e) => e.preventDefault());
    return button;
  }

  /** The stick appears where the thumb lands in its half. */
  private makeStick(): HTMLElement {
    const zone = document.createElement('div');
    zone.className = `mb-stick mb-stick-${this.scheme.stick}`;
    zone.setAttribute('aria-hidden', 'true');
    const base = document.createElement('div');
    base.className = 'mb-stick-base';
    const knob = document.createElement('div');
    knob.className = 'mb-stick-knob';
    base.append(knob);
    zone.append(base);
    let pointer: number | null = null;
    let [ox, oy] = [0, 0];
    const rest = (): void => {
      const box = zone.getBoundingClientRect();
      base.style.transform = `translate(${box.width / 2}px, ${box.height / 2}px)`;
      knob.style.transform = '';
    };
    const move = (e: PointerEvent): void => {
      if (e.pointerId !== pointer) return;
      const dx = e.clientX - ox;
      const dy = this.scheme.stick === 'horizontal' ? 0 : e.clientY - oy;
      const d = Math.hypot(dx, dy) || 1;
      const k = Math.min(d, REACH) / d;
      knob.style.transform = `translate(${dx * k}px, ${dy * k}px)`;
      let bits = 0;
      // Eight directions: an axis counts when it holds at least a good third of the push.
      if (d > DEAD) {
        if (Math.abs(dx) > d * 0.38) bits |= dx < 0 ? LEFT : RIGHT;
        if (Math.abs(dy) > d * 0.38) bits |= dy < 0 ? UP : DOWN;
      }
      // Pushing the stick down still drops through ledges where sideways is all that is shown.
      if (this.scheme.stick === 'horizontal' && e.clientY - oy > REACH) bits |= DOWN;
      this.stick = bits;
      this.write();
    };
    zone.addEventListener('pointerdown', (e) => {
      e.preventDefault();
      pointer = e.pointerId;
      zone.setPointerCapture(e.pointerId);
      const box = zone.getBoundingClientRect();
      [ox, oy] = [e.clientX, e.clientY];
      base.style.transform = `translate(${ox - box.left}px, ${oy - box.top}px)`;
      zone.classList.add('mb-down');
    });
    zone.addEventListener('pointermove', move);
    const end = (e: PointerEvent): void => {
      if (e.pointerId !== pointer) return;
      pointer = null;
      this.stick = 0;
      zone.classList.remove('mb-down');
      rest();
      this.write();
    };
    zone.addEventListener('pointerup', end);
    zone.addEventListener('pointercancel', end);
    zone.addEventListener('contextmenu', (e) => e.preventDefault());
    new ResizeObserver(rest).observe(zone);
    return zone;
  }
}
