/** What a view holds while somebody plays: one level, stepped tick by tick. */
import { stateHash } from './core/hash';
import { compileScene } from './core/scene';
import { SCORE, STATUS, TICK } from './core/state';
import type { Config, GameEvent, InitOptions, State, View, World } from './core/types';
import { statusName } from './prove/run';

export class Session {
  readonly world: World;
  readonly state: State;
  /** Inputs so far, for ghosts and for score verification. */
  readonly inputs: number[] = [];
  private readonly events: GameEvent[] = [];

  constructor(config: Config, scene: number, options?: InitOptions) {
    this.world = compileScene(config, scene);
    this.state = this.world.family.init(this.world, options);
  }

  /** Advance one tick (1/60 s); returns what happened in it. The array is reused by the next call. */
  step(input: number): readonly GameEvent[] {
    this.events.length = 0;
    if (this.state[STATUS] !== 0) return this.events;
    this.inputs.push(input);
    this.world.family.step(this.world, this.state, input, this.events);
    return this.events;
  }

  view(): View {
    return this.world.family.view(this.world, this.state);
  }

  get status(): 'won' | 'lost' | 'playing' {
    return statusName(this.state);
  }

  get tick(): number {
    return this.state[TICK] as number;
  }

  get score(): number {
    return this.state[SCORE] as number;
  }

  hash(): string {
    return stateHash(this.state);
  }
}
