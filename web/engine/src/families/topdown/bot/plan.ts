/** Where to go next: reads keys, doors, levers and foes off the state and answers with a tile and a distance field towards it. */
import { CHECKPOINT, E_X, E_Y, ENTITIES, FREE, HP, HX, HY, KEYS, STRIDE } from '../../../core/state';
import type { State } from '../../../core/types';
import { distanceField, FAR } from '../../../systems/topdown-sight';
import { DOORS, H_MAX_HP, ITEMS, KILLS, SHIFT } from '../layout';
import { BLOCK_HERO, DOOR_CODE, FATAL, FLAGS, SPIKES } from '../legend';
import { taken } from '../pickups';
import type { TopWorld } from '../world';

export interface Aim {
  /** Tile index. */
  tile: number;
  kind: 'item' | 'foe' | 'wait';
  field: Int16Array;
}

const PLAIN = 2;

/** Fields and static knowledge shared by all plans in one world. */
export class Planner {
  private readonly fields = new Map<number, Int16Array>();
  private readonly ground = new Map<number, Uint8Array>();
  /** Blade lanes and tiles beside pits: dearer to walk. */
  private readonly wary: Uint8Array;
  private readonly clearRooms: Set<number>;

  constructor(readonly world: TopWorld) {
    this.wary = new Uint8Array(world.width * world.height);
    for (const blade of world.blades) {
      const y = blade.y0 >> SHIFT;
      for (let x = blade.x0 >> SHIFT; x <= blade.x1 >> SHIFT; x++) this.wary[y * world.width + x] = 2;
    }
    for (let i = 0; i < this.wary.length; i++) {
      if (((FLAGS[world.tiles[i] as number] as number) & FATAL) === 0) continue;
      for (const n of [i - 1, i + 1, i - world.width, i + world.width])
        if (n >= 0 && n < this.wary.length) this.wary[n] = Math.max(1, this.wary[n] as number);
    }
    this.clearRooms = new Set(world.doors.filter((d) => d.needs === 'clear').map((d) => d.room));
  }

  /** Cost to enter each tile, 0 when it cannot be; doors whose key is held count as open. */
  private costs(doors: number, keys: number): Uint8Array {
    const key = doors * 8 + keys;
    const known = this.ground.get(key);
    if (known !== undefined) return known;
    const { world } = this;
    const costs = new Uint8Array(world.tiles.length);
    for (let i = 0; i < costs.length; i++) {
      const code = world.tiles[i] as number;
      const flags = FLAGS[code] as number;
      if (code === DOOR_CODE) {
        const d = world.doorAt[i] as number;
        const door = world.doors[d];
        const passable = door !== undefined && (((doors >> d) & 1) !== 0 || (door.needs === 'key' && ((keys >> door.lock) & 1) !== 0));
        costs[i] = passable ? PLAIN : 0;
      } else if ((flags & (BLOCK_HERO | FATAL)) === 0) costs[i] = PLAIN + ((flags & SPIKES) !== 0 ? 3 : 0) + (this.wary[i] as number);
    }
    this.ground.set(key, costs);
    return costs;
  }

  fieldTo(state: State, tile: number): Int16Array {
    const doors = state[DOORS] as number;
    const keys = state[KEYS] as number;
    const key = (doors * 8 + keys) * 65536 + tile;
    const known = this.fields.get(key);
    if (known !== undefined) return known;
    if (this.fields.size > 400) this.fields.clear();
    const field = distanceField(this.world.width, this.world.height, [tile], this.costs(doors, keys));
    this.fields.set(key, field);
    return field;
  }

  /** Changes when the plan may have to. */
  stamp(state: State): number {
    let stamp =
      (state[DOORS] as number) * 31 + (state[KEYS] as number) * 7 + (state[KILLS] as number) * 1009 + (state[CHECKPOINT] as number);
    if ((state[HP] as number) * 2 <= (state[H_MAX_HP] as number)) stamp += 77_777;
    for (let i = 0; i < 5; i++) stamp = (Math.imul(stamp, 33) + (state[ITEMS + i] as number)) | 0;
    return stamp;
  }

  /** `greedy`: also fetches collectibles that lie close. */
  aim(state: State, greedy: boolean): Aim {
    const { world } = this;
    const here = ((state[HY] as number) >> SHIFT) * world.width + ((state[HX] as number) >> SHIFT);
    const reach = this.fieldTo(state, here);
    const { mark } = world.scene.level;
    const hp = state[HP] as number;
    const ill = hp * 2 <= (state[H_MAX_HP] as number);
    let best = -1;
    let bestCost = FAR;
    const offer = (tile: number, extra: number): void => {
      const d = reach[tile] as number;
      if (d !== FAR && d + extra < bestCost) {
        bestCost = d + extra;
        best = tile;
      }
    };
    if (mark.kind === 'goal' && world.goalItem >= 0) {
      const goal = world.items[world.goalItem]!;
      offer(goal.ty * world.width + goal.tx, 0);
    }
    if (mark.kind === 'boss' && world.boss >= 0) {
      const at = ENTITIES + world.boss * STRIDE;
      if (state[at] !== FREE) offer(((state[at + E_Y] as number) >> SHIFT) * world.width + ((state[at + E_X] as number) >> SHIFT), 0);
    }
    const toEnd = best;
    if (toEnd >= 0 && !ill && !greedy)
      return { tile: toEnd, kind: mark.kind === 'boss' ? 'foe' : 'item', field: this.fieldTo(state, toEnd) };
    if (toEnd >= 0) bestCost = FAR - 1;
    for (let i = 0; i < world.items.length; i++) {
      if (taken(state, i)) continue;
      const item = world.items[i]!;
      const tile = item.ty * world.width + item.tx;
      if (item.kind === 'potion') {
        if (ill) offer(tile, (reach[tile] as number) < 60 ? -200 : 0);
      } else if (item.kind === 'checkpoint') offer(tile, (reach[tile] as number) < 30 ? -60 : 4000);
      else if (item.kind === 'coin') {
        if (mark.kind === 'collect') offer(tile, 0);
        else if (greedy && (reach[tile] as number) < 12) offer(tile, -20);
      } else if (item.kind === 'chest') {
        if (item.loot === 'key' || mark.kind === 'collect') offer(tile, 0);
        else if (greedy && (reach[tile] as number) < 24) offer(tile, 0);
      } else if (toEnd < 0 && (item.kind === 'key' || item.kind === 'lever')) offer(tile, 0);
    }
    let foe = false;
    if (toEnd < 0) {
      for (let i = 0; i < world.loose; i++) {
        const at = ENTITIES + i * STRIDE;
        if (state[at] === FREE || !this.clearRooms.has(world.foes[i]!.room)) continue;
        const before = bestCost;
        offer(((state[at + E_Y] as number) >> SHIFT) * world.width + ((state[at + E_X] as number) >> SHIFT), 6);
        if (bestCost < before) foe = true;
      }
    }
    if (toEnd >= 0 && (best === toEnd || bestCost >= FAR - 1))
      return { tile: toEnd, kind: mark.kind === 'boss' ? 'foe' : 'item', field: this.fieldTo(state, toEnd) };
    if (best < 0) return { tile: here, kind: 'wait', field: reach };
    return { tile: best, kind: foe ? 'foe' : 'item', field: this.fieldTo(state, best) };
  }
}
