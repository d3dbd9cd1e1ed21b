/**
 * The plan of a level before it has a shape: rooms on a coarse grid, joined by links, some of them locked.
 * Keys come before their doors by construction: the rooms are grown zone by zone, each zone behind the lock whose key lies
 * in an earlier one (mission grammar after Dormans, "Adventures in Level Design", 2010).
 */
import type { Rng } from '../../../core/rng';

export type RoomRole = 'start' | 'hall' | 'key' | 'arena' | 'trap' | 'treasure' | 'rest' | 'lever' | 'goal' | 'boss';

export type Lock = { kind: 'key'; index: number } | { kind: 'clear'; room: number } | { kind: 'lever'; rooms: number[] };

export interface Room {
  id: number;
  /** Cell of the coarse grid. */
  cx: number;
  cy: number;
  zone: number;
  role: RoomRole;
  /** Links from the start. */
  depth: number;
  parent: number;
  /** Lock whose key lies here, -1. */
  key: number;
}

export interface Link {
  a: number;
  b: number;
  lock: Lock | null;
}

export interface Mission {
  rooms: Room[];
  links: Link[];
  columns: number;
  rows: number;
}

export interface MissionWish {
  /** Rooms in all, about. */
  rooms: number;
  locks: number;
  /** Rooms whose way on opens when their foes are dead. */
  arenas: number;
  levers: number;
  treasures: number;
  boss: boolean;
  /** Percent of possible loops that are made. */
  loops: number;
  /** Cells at most across and down. */
  maxColumns: number;
  maxRows: number;
}

const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** Rooms that nothing leads on from. */
const LEAVES: readonly RoomRole[] = ['key', 'treasure', 'goal', 'boss', 'lever'];

class Growth {
  readonly rooms: Room[] = [];
  readonly links: Link[] = [];
  private readonly cells = new Map<string, Room>();
  private left = 0;
  private right = 0;
  private top = 0;
  private bottom = 0;

  constructor(
    private readonly rng: Rng,
    private maxColumns: number,
    private maxRows: number,
  ) {}

  at(cx: number, cy: number): Room | undefined {
    return this.cells.get(`${cx},${cy}`);
  }

  add(cx: number, cy: number, zone: number, role: RoomRole, parent: Room | null, lock: Lock | null): Room {
    const room: Room = {
      id: this.rooms.length,
      cx,
      cy,
      zone,
      role,
      depth: parent === null ? 0 : parent.depth + 1,
      parent: parent?.id ?? -1,
      key: -1,
    };
    this.rooms.push(room);
    this.cells.set(`${cx},${cy}`, room);
    this.left = Math.min(this.left, cx);
    this.right = Math.max(this.right, cx);
    this.top = Math.min(this.top, cy);
    this.bottom = Math.max(this.bottom, cy);
    if (parent !== null) this.links.push({ a: parent.id, b: room.id, lock });
    return room;
  }

  private free(room: Room): [number, number][] {
    const out: [number, number][] = [];
    for (const [dx, dy] of STEPS) {
      const cx = room.cx + dx;
      const cy = room.cy + dy;
      if (this.at(cx, cy) !== undefined) continue;
      if (Math.max(this.right, cx) - Math.min(this.left, cx) >= this.maxColumns) continue;
      if (Math.max(this.bottom, cy) - Math.min(this.top, cy) >= this.maxRows) continue;
      out.push([cx, cy]);
    }
    return out;
  }

  /** A new room beside one of `parents` (best first); the bounds give way rather than the plan. */
  grow(wanted: readonly Room[], zone: number, role: RoomRole, lock: Lock | null): Room {
    const parents = wanted.length > 0 ? wanted : this.open((r) => r.zone <= zone);
    for (;;) {
      for (const parent of parents) {
        const cells = this.free(parent);
        if (cells.length === 0) continue;
        const [cx, cy] = this.rng.pick(cells);
        return this.add(cx, cy, zone, role, parent, lock);
      }
      if (parents.every((p) => STEPS.every(([dx, dy]) => this.at(p.cx + dx, p.cy + dy) !== undefined))) {
        // Walled in by its own neighbours: any open room of the same zone or before it will do.
        return this.grow(this.rng.shuffle(this.open((r) => r.zone <= zone && !parents.includes(r))), zone, role, lock);
      }
      this.maxColumns++;
      this.maxRows++;
    }
  }

  open(wanted: (room: Room) => boolean): Room[] {
    return this.rooms.filter((r) => !LEAVES.includes(r.role) && wanted(r));
  }
}

function deepestFirst(rooms: Room[]): Room[] {
  return rooms.sort((p, q) => q.depth - p.depth || q.id - p.id);
}

export function plan(rng: Rng, wish: MissionWish): Mission {
  const g = new Growth(rng, wish.maxColumns, wish.maxRows);
  const zones = wish.locks + 1;
  const special = 2 + wish.locks + wish.treasures + wish.levers;
  let plain = Math.max(zones, wish.rooms - special);
  let arenas = wish.arenas;
  let levers = wish.levers;
  g.add(0, 0, 0, 'start', null, null);
  for (let zone = 0; zone < zones; zone++) {
    const inZone = (): Room[] => g.open((r) => r.zone === zone);
    if (zone > 0) {
      // Behind a door of the zone before; from the middle of it rather than its end, so that the way back to the door is remembered.
      const before = rng.shuffle(g.open((r) => r.zone === zone - 1));
      g.grow(before, zone, 'hall', { kind: 'key', index: zone - 1 });
      plain--;
    }
    const share = Math.max(zone === 0 ? 1 : 0, Math.round(plain / (zones - zone)));
    for (let i = 0; i < share; i++) {
      const mine = inZone();
      const parents = rng.chance(60) ? deepestFirst(mine) : rng.shuffle(mine);
      g.grow(parents, zone, 'hall', null);
    }
    plain -= share;
    const last = zone === zones - 1;
    const ends = deepestFirst(inZone());
    const end = ends[0] as Room;
    let lock: Lock | null = null;
    if (levers > 0 && (zone % 2 === 0 || last)) {
      const rooms = rng.shuffle(inZone().filter((r) => r.id !== end.id));
      const count = Math.min(rooms.length, 1 + rng.int(2));
      if (count > 0) {
        const where = rooms.slice(0, count);
        levers--;
        lock = { kind: 'lever', rooms: where.map((r) => r.id) };
      }
    }
    if (lock === null && arenas > 0 && end.role === 'hall') {
      arenas--;
      end.role = 'arena';
      lock = { kind: 'clear', room: end.id };
    }
    const target = g.grow([end, ...ends.slice(1)], zone, last ? (wish.boss ? 'boss' : 'goal') : 'key', lock);
    if (!last) target.key = zone;
    // The gate stands where the room truly hangs.
    if (lock?.kind === 'clear' && target.parent !== lock.room) {
      (g.rooms[lock.room] as Room).role = 'hall';
      (g.links[g.links.length - 1] as Link).lock = null;
    }
    if (lock?.kind === 'lever' && lock.rooms.includes(target.parent) && lock.rooms.length > 1) {
      lock.rooms = lock.rooms.filter((r) => r !== target.parent);
    }
  }
  for (let i = 0; i < wish.treasures; i++) {
    const parent = rng.shuffle(g.open((r) => r.role !== 'start'));
    const made = g.grow(parent, zones - 1, 'treasure', null);
    made.zone = (g.rooms[made.parent] as Room).zone;
  }
  loops(g, rng, wish.loops);
  assignHalls(g.rooms, rng);
  return settle(g.rooms, g.links);
}

/** Second ways between rooms of one zone. They pass no lock. */
function loops(g: Growth, rng: Rng, percent: number): void {
  for (const room of g.open(() => true)) {
    for (const [dx, dy] of STEPS.slice(0, 2)) {
      const other = g.at(room.cx + dx, room.cy + dy);
      if (other === undefined || other.zone !== room.zone || LEAVES.includes(other.role)) continue;
      if (g.links.some((l) => (l.a === room.id && l.b === other.id) || (l.a === other.id && l.b === room.id))) continue;
      if (rng.chance(percent)) g.links.push({ a: room.id, b: other.id, lock: null });
    }
  }
}

/** Halls take turns: a trap hall here, a place of rest where a zone begins. */
function assignHalls(rooms: Room[], rng: Rng): void {
  const entries = new Set<number>();
  for (const room of rooms) {
    if (room.role !== 'hall' || room.zone === 0 || entries.has(room.zone)) continue;
    entries.add(room.zone);
    room.role = 'rest';
  }
  let trap = rng.int(2);
  for (const room of rooms) {
    if (room.role !== 'hall') continue;
    if (trap++ % 3 === 1) room.role = 'trap';
  }
}

function settle(rooms: Room[], links: Link[]): Mission {
  let left = 0;
  let top = 0;
  for (const r of rooms) {
    left = Math.min(left, r.cx);
    top = Math.min(top, r.cy);
  }
  let columns = 0;
  let rows = 0;
  for (const r of rooms) {
    r.cx -= left;
    r.cy -= top;
    columns = Math.max(columns, r.cx + 1);
    rows = Math.max(rows, r.cy + 1);
  }
  return { rooms, links, columns, rows };
}
