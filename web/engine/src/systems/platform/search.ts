/** Best-first search over macro actions: how a level is shown to be winnable. */
import { A } from '../../core/input';
import { PLAYING, PREV_INPUT, STATUS, WON } from '../../core/state';
import type { Budget, SolveResult, State, World } from '../../core/types';

export interface Macro {
  /** Keys held for `frames` ticks. */
  input: number;
  frames: number;
  /** Whether A must be pressed anew (let go for RELEASE_TICKS first, if it is held). */
  fresh: boolean;
}

export interface SearchProblem {
  macros(state: State): readonly Macro[];
  /** Ticks to the goal, an estimate; lower is nearer. */
  estimate(state: State): number;
  /** Equal keys are taken for equal states. */
  key(state: State): number;
  /** Whether the state is beyond hope (a life was lost, say). */
  failed(state: State): boolean;
  /** Place of the hero in tiles, for the report of the farthest point. */
  place(state: State): [number, number];
}

/** A finger needs about this long to let go and press again. */
export const RELEASE_TICKS = 5;

interface Node {
  state: State;
  parent: Node | null;
  macro: Macro | null;
  /** Ticks A was let go before the macro. */
  released: number;
  /** Ticks the macro really ran. */
  frames: number;
  cost: number;
  f: number;
}

/** Binary min-heap on f; ties go to the earlier node, so that the order is total. */
class Heap {
  private readonly nodes: Node[] = [];

  get size(): number {
    return this.nodes.length;
  }

  push(node: Node): void {
    const { nodes } = this;
    let i = nodes.length;
    nodes.push(node);
    while (i > 0) {
      const up = (i - 1) >> 1;
      const other = nodes[up] as Node;
      if (other.f <= node.f) break;
      nodes[i] = other;
      i = up;
    }
    nodes[i] = node;
  }

  pop(): Node {
    const { nodes } = this;
    const top = nodes[0] as Node;
    const last = nodes.pop() as Node;
    const n = nodes.length;
    if (n === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= n) break;
      if (child + 1 < n && (nodes[child + 1] as Node).f < (nodes[child] as Node).f) child++;
      if ((nodes[child] as Node).f >= last.f) break;
      nodes[i] = nodes[child] as Node;
      i = child;
    }
    nodes[i] = last;
    return top;
  }
}

function inputsOf(leaf: Node): number[] {
  const chain: Node[] = [];
  for (let node: Node | null = leaf; node !== null; node = node.parent) chain.push(node);
  const inputs: number[] = [];
  for (let i = chain.length - 1; i >= 0; i--) {
    const { macro, released, frames } = chain[i] as Node;
    if (macro === null) continue;
    for (let k = 0; k < released; k++) inputs.push(macro.input & ~A);
    for (let k = 0; k < frames; k++) inputs.push(macro.input);
  }
  return inputs;
}

export interface Found extends SolveResult {
  /** State at the end of `inputs`, or at the farthest point. */
  end: State;
}

/**
 * Search from `start` until `done` holds (by default: until the level is won) and `accept` takes the inputs found. `weight` > 1 makes it greedier.
 * Cost grows with expansions x macros x frames; both are bounded by the budget.
 */
export function bestFirst(
  world: World,
  start: State,
  problem: SearchProblem,
  budget: Budget,
  weight: number,
  done: (state: State) => boolean = (state) => state[STATUS] === WON,
  accept: ((inputs: number[]) => boolean) | null = null,
): Found {
  const heap = new Heap();
  const seen = new Set<number>();
  // Memory of a state that was not worth keeping.
  let spare: State | null = null;
  const root: Node = { state: start, parent: null, macro: null, released: 0, frames: 0, cost: 0, f: problem.estimate(start) };
  heap.push(root);
  let nodes = 0;
  let ticks = 0;
  let best = root;
  let bestEstimate = problem.estimate(start);
  while (heap.size > 0 && nodes < budget.nodes && ticks < budget.ticks) {
    const node = heap.pop();
    nodes++;
    for (const macro of problem.macros(node.state)) {
      const state: State = spare ?? new Int32Array(node.state.length);
      spare = null;
      state.set(node.state);
      const held = macro.fresh && (macro.input & A) !== 0 && ((state[PREV_INPUT] as number) & A) !== 0;
      let released = 0;
      while (held && released < RELEASE_TICKS && state[STATUS] === PLAYING && !done(state)) {
        world.family.step(world, state, macro.input & ~A, null);
        released++;
      }
      let frames = 0;
      while (frames < macro.frames && state[STATUS] === PLAYING && !done(state)) {
        world.family.step(world, state, macro.input, null);
        frames++;
        if (problem.failed(state)) break;
      }
      ticks += frames + released;
      const won = done(state);
      if (!won && (state[STATUS] !== PLAYING || problem.failed(state))) {
        spare = state;
        continue;
      }
      const cost = node.cost + frames + released;
      const child: Node = { state, parent: node, macro, released, frames, cost, f: 0 };
      if (won) {
        const inputs = inputsOf(child);
        if (accept === null || accept(inputs)) return { inputs, nodes, ticks, farthest: problem.place(state), end: state };
        continue;
      }
      const key = problem.key(state);
      if (seen.has(key)) {
        spare = state;
        continue;
      }
      seen.add(key);
      const estimate = problem.estimate(state);
      child.f = cost + estimate * weight;
      if (estimate < bestEstimate) {
        bestEstimate = estimate;
        best = child;
      }
      heap.push(child);
    }
  }
  return { inputs: null, nodes, ticks, farthest: problem.place(best.state), end: best.state };
}
