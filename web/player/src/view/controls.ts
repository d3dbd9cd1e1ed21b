/** Keys, gamepad and touch, folded into the engine's six input bits. */
import { A, B, DOWN, LEFT, RIGHT, UP } from '../engine';

export type Command = 'pause' | 'restart' | 'mute' | 'fullscreen';

/** What a kind needs of a player's hands. */
export interface ControlScheme {
  /** Directions offered on touch: a floating stick. */
  stick: 'none' | 'horizontal' | 'eight';
  /** Label of the first and second button; null where the kind has no use for it. */
  a: string | null;
  b: string | null;
  /** Up acts as A (jumping with the up key). */
  upIsA: boolean;
  /** Anywhere on the screen is A. */
  tapAnywhere: boolean;
}

export function schemeOf(kind: string, mechanics: readonly string[]): ControlScheme {
  const dash = mechanics.includes('dash') ? 'Dash' : null;
  const shoots = mechanics.includes('shoot');
  switch (kind) {
    case 'flappy-clone':
      return { stick: 'none', a: 'Flap', b: null, upIsA: true, tapAnywhere: true };
    case 'infinite-jumper':
      return { stick: 'horizontal', a: 'Jump', b: shoots ? 'Shoot' : dash, upIsA: true, tapAnywhere: false };
    case 'platformer':
    case 'metroidvania':
    case 'platform-brawler':
      return { stick: 'horizontal', a: 'Jump', b: shoots ? 'Shoot' : dash, upIsA: true, tapAnywhere: false };
    case 'horde-survivors':
      return { stick: 'eight', a: null, b: dash, upIsA: false, tapAnywhere: false };
    case 'space-shooter':
      return { stick: 'eight', a: 'Fire', b: 'Bomb', upIsA: false, tapAnywhere: false };
    default:
      return { stick: 'eight', a: shoots ? 'Shoot' : 'Strike', b: dash, upIsA: false, tapAnywhere: false };
  }
}

const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: LEFT,
  KeyA: LEFT,
  ArrowRight: RIGHT,
  KeyD: RIGHT,
  ArrowUp: UP,
  KeyW: UP,
  ArrowDown: DOWN,
  KeyS: DOWN,
  Space: A,
  KeyZ: A,
  KeyK: A,
  KeyX: B,
  KeyJ: B,
  ShiftLeft: B,
  ShiftRight: B,
};
const COMMANDS: Readonly<Record<string, Command>> = { KeyP: 'pause', Escape: 'pause', KeyR: 'restart', KeyM: 'mute', KeyF: 'fullscreen' };

/** A control the player types into keeps its keys. */
function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

export class Controls {
  /** Bits of the touch controls; they write it. */
  touch = 0;
  onCommand: (command: Command) => void = () => {};
  /** A key or button that means "go on" was pressed. */
  onConfirm: () => void = () => {};
  private readonly held = new Set<string>();
  private latched = 0;
  private padBefore = 0;
  private padStartBefore = false;

  constructor(
    private readonly scheme: ControlScheme,
    target: Window = window,
  ) {
    target.addEventListener('keydown', this.down);
    target.addEventListener('keyup', this.up);
    target.addEventListener('blur', this.release);
  }

  private bits(code: string): number {
    const bits = KEYS[code] ?? 0;
    return bits === UP && this.scheme.upIsA ? UP | A : bits;
  }

  private readonly down = (event: KeyboardEvent): void => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const command = COMMANDS[event.code];
    if (command !== undefined && !event.repeat) {
      event.preventDefault();
      this.onCommand(command);
      return;
    }
    const onButton = event.target instanceof HTMLElement && event.target.tagName === 'BUTTON';
    const bits = this.bits(event.code);
    if (onButton && (event.code === 'Space' || event.code === 'Enter')) return;
    if (event.code === 'Enter' || event.code === 'Space') if (!event.repeat) this.onConfirm();
    if (bits === 0) return;
    event.preventDefault();
    if (!event.repeat) this.latched |= bits;
    this.held.add(event.code);
  };

  private readonly up = (event: KeyboardEvent): void => {
    this.held.delete(event.code);
  };

  /** Forget every held key: the page lost the keyboard. */
  readonly release = (): void => {
    this.held.clear();
    this.latched = 0;
    this.touch = 0;
  };

  /** Press bits for at least one tick (taps shorter than a tick still count). */
  tap(bits: number): void {
    this.latched |= bits;
  }

  private pad(): number {
    let bits = 0;
    let start = false;
    for (const pad of navigator.getGamepads?.() ?? []) {
      if (pad === null || !pad.connected) continue;
      const x = pad.axes[0] ?? 0;
      const y = pad.axes[1] ?? 0;
      const on = (i: number): boolean => pad.buttons[i]?.pressed ?? false;
      if (x < -0.4 || on(14)) bits |= LEFT;
      if (x > 0.4 || on(15)) bits |= RIGHT;
      if (y < -0.5 || on(12)) bits |= UP;
      if (y > 0.5 || on(13)) bits |= DOWN;
      if (on(0) || on(3)) bits |= A;
      if (on(1) || on(2) || on(5) || on(7)) bits |= B;
      start ||= on(9);
    }
    if (start && !this.padStartBefore) this.onCommand('pause');
    this.padStartBefore = start;
    if (bits & A && !(this.padBefore & A)) this.onConfirm();
    this.padBefore = bits;
    return bits;
  }

  /** Bits now; opposite directions cancel. Call once per frame, then `consume` after the frame's first step. */
  read(): number {
    let bits = this.latched | this.touch | this.pad();
    for (const code of this.held) bits |= this.bits(code);
    if ((bits & (LEFT | RIGHT)) === (LEFT | RIGHT)) bits &= ~(LEFT | RIGHT);
    if ((bits & (UP | DOWN)) === (UP | DOWN)) bits &= ~(UP | DOWN);
    return bits;
  }

  consume(): void {
    this.latched = 0;
  }

  destroy(target: Window = window): void {
    target.removeEventListener('keydown', this.down);
    target.removeEventListener('keyup', this.up);
    target.removeEventListener('blur', this.release);
  }
}
