/** Who and what is where. Each concern draws from its own stream, so that a change of one leaves the others as they were. */
import type { Rng } from '../../../core/rng';
import type { ComposeRequest, EntitySpec, Spawn } from '../../../core/types';
import { behaviorOf, type Cast } from '../cast';
import type { Room } from './mission';
import type { Site } from './shape';
import type { StyleTraits } from './style';

/** Free floor of a room, from its middle outwards. */
export function floorOf(site: Site, room: number): [number, number][] {
  const box = site.boxes[room]!;
  const [cx, cy] = site.centres[room]!;
  const out: [number, number][] = [];
  for (let y = box.y; y < box.y + box.h; y++) for (let x = box.x; x < box.x + box.w; x++) if (site.canvas.isFloor(x, y)) out.push([x, y]);
  return out.sort(
    (p, q) => Math.abs(p[0] - cx) + Math.abs(p[1] - cy) - Math.abs(q[0] - cx) - Math.abs(q[1] - cy) || p[1] - q[1] || p[0] - q[0],
  );
}

/** Keys, doors, levers, chests, shrines, the goal: what the plan is made of. */
export function placeMission(rng: Rng, site: Site, cast: Cast): Spawn[] {
  const spawns: Spawn[] = [];
  const put = (type: string, x: number, y: number, more: object = {}): void => {
    spawns.push({ type, x, y, ...more });
    site.canvas.reserve(x, y, 2);
  };
  const { mission, centres } = site;
  site.gates.forEach((gate, door) => {
    const { lock } = gate.link;
    if (lock === null) return;
    if (lock.kind === 'key') put(cast.doors[lock.index]!, gate.x, gate.y, { needs: 'key' });
    else if (lock.kind === 'clear') put('gate', gate.x, gate.y, { needs: 'clear', room: lock.room });
    else {
      put('gate', gate.x, gate.y, { needs: 'lever' });
      for (const room of lock.rooms) {
        const spots = floorOf(site, room).filter(([x, y]) => site.canvas.reserved[y * site.canvas.width + x] !== 2);
        const [x, y] = spots[Math.min(spots.length - 1, Math.trunc((spots.length * (50 + rng.int(45))) / 100))] ?? centres[room]!;
        put('lever', x, y, { door });
      }
    }
  });
  for (const room of mission.rooms) {
    const [cx, cy] = centres[room.id]!;
    if (room.key >= 0) {
      if (rng.chance(45)) put('chest', cx, cy, { holds: cast.keys[room.key]! });
      else put(cast.keys[room.key]!, cx, cy);
    } else if (room.role === 'goal') put(cast.goal, cx, cy);
    else if (room.role === 'rest') put(cast.checkpoint, cx, cy);
  }
  return spawns;
}

/** How much of a room's budget one enemy of each behaviour takes: what it costs the noisy bot, measured. */
const HARDY: Readonly<Record<string, number>> = {
  wander: 0.5,
  swarm: 0.65,
  hop: 0.65,
  patrol: 0.7,
  fly: 0.85,
  guard: 1.1,
  chase: 1.2,
  shoot: 2.1,
  charge: 2.3,
};

/**
 * Later levels are longer and know meaner enemies, so that a room of theirs holds fewer. Set so that the noisy bot wins
 * about two thirds of the games of each level on normal (bench/engine-topdown.ts).
 */
const OPEN_CURVE = [2.5, 1.55, 1.1, 0.95, 0.85] as const;
const DUNGEON_CURVE = [1.75, 1.25, 0.8, 0.7, 0.65] as const;

/** How many points of enemy a room bears; each behaviour costs its danger. */
function budgetOf(room: Room, request: ComposeRequest): number {
  const base: Record<string, number> = {
    start: 0,
    hall: 2.4,
    trap: 1.2,
    key: 2.6,
    arena: 4.2,
    treasure: 1.2,
    rest: 0,
    lever: 1.6,
    goal: 2,
    boss: 0,
  };
  const { design } = request;
  const curve = request.kind === 'dungeon-crawler' ? DUNGEON_CURVE : OPEN_CURVE;
  const level = curve[Math.min(request.index, curve.length - 1)] as number;
  const hard = design.difficulty === 'hard' ? 1.25 : design.difficulty === 'easy' ? 0.75 : 1;
  const tension = Math.max(0.2, 1 + 0.35 * request.tension);
  // A gun clears a room that a sword would have to fight through.
  const armed = request.rules.attack === 'strike' ? 1 : 2.7;
  return (base[room.role] ?? 2) * armed * level * hard * design.enemy_density * tension;
}

export function placeEnemies(rng: Rng, site: Site, request: ComposeRequest, cast: Cast): Spawn[] {
  const spawns: Spawn[] = [];
  const stealth = request.design.mechanics.includes('stealth');
  const { enemies } = cast;
  if (enemies.length > 0 && request.design.enemy_density > 0) {
    const cost = (e: EntitySpec): number => HARDY[behaviorOf(e, enemies.indexOf(e), stealth)] ?? 1;
    // The vocabulary grows with the levels: the first knows the milder half.
    const mild = enemies.slice().sort((p, q) => cost(p) - cost(q) || (p.type < q.type ? -1 : 1));
    const known = mild.slice(
      0,
      Math.max(
        1,
        Math.min(mild.length, Math.ceil((mild.length * (request.index + 2 + Math.max(0, request.tension))) / (request.count + 1))),
      ),
    );
    const pace = Math.round(100 * (1 + 0.04 * request.index + 0.08 * Math.max(0, request.tension))) / 100;
    const haste = pace === 1 ? {} : { speed: pace };
    for (const room of site.mission.rooms) {
      const spots = rng.shuffle(
        floorOf(site, room.id)
          .slice(room.role === 'goal' || room.key >= 0 ? 4 : 0)
          .filter(([x, y]) => !nearGate(site, x, y)),
      );
      let left = budgetOf(room, request);
      // One kind or two a room: a room is remembered by who lives in it.
      const kinds = [rng.pick(known), rng.pick(known)];
      for (let k = 0; left > 0.4 && k < 14 && spots.length > 0; k++) {
        const kind = kinds[k % 2] as EntitySpec;
        left -= cost(kind);
        if (left < -0.7 && k > 0) break;
        const [x, y] = spots.pop() as [number, number];
        spawns.push({ type: kind.type, x, y, room: room.id, facing: rng.int(4) * 2, ...haste });
      }
      // A gate that waits for a fight must have one.
      if (room.role === 'arena' && !spawns.some((s) => s.room === room.id) && spots.length > 0) {
        const [x, y] = spots.pop() as [number, number];
        spawns.push({ type: known[0]!.type, x, y, room: room.id, facing: 2 });
      }
    }
  }
  const lair = site.mission.rooms.find((r) => r.role === 'boss');
  if (lair !== undefined && cast.boss !== null) {
    const [x, y] = site.centres[lair.id]!;
    const design = request.design;
    const base = design.difficulty === 'easy' ? 10 : design.difficulty === 'hard' ? 18 : 14;
    const hp = Math.max(5, Math.round((cast.boss.health ?? base) + 2 * request.tension));
    spawns.push({ type: cast.boss.type, x, y, room: lair.id, facing: 2, hp });
  }
  return spawns;
}

function nearGate(site: Site, x: number, y: number): boolean {
  return site.gates.some((g) => Math.abs(g.x - x) + Math.abs(g.y - y) < 3);
}

/** Collectibles in lines and clusters, chests in treasure rooms, potions where they are needed. */
export function placeCollectibles(rng: Rng, site: Site, request: ComposeRequest, cast: Cast): Spawn[] {
  const spawns: Spawn[] = [];
  const { design } = request;
  const taken = new Set<number>();
  const { canvas } = site;
  const put = (type: string, x: number, y: number, more: object = {}): boolean => {
    const i = y * canvas.width + x;
    if (!canvas.isFloor(x, y) || canvas.reserved[i] === 2 || taken.has(i)) return false;
    taken.add(i);
    spawns.push({ type, x, y, ...more });
    return true;
  };
  for (const room of site.mission.rooms) {
    const box = site.boxes[room.id]!;
    const [cx, cy] = site.centres[room.id]!;
    if (room.role === 'treasure') {
      const might = design.mechanics.includes('power-ups') || design.mechanics.includes('upgrades');
      put('chest', cx, cy, { holds: might && rng.chance(50) ? 'might' : rng.chance(45) ? 'potion' : 'coin' });
    }
    const coin = cast.coins.length > 0 ? cast.coins[rng.int(cast.coins.length)]! : null;
    const wish = Math.round(
      (room.role === 'treasure' ? 6 : room.role === 'start' || room.role === 'boss' ? 2 : 3 + rng.int(3)) * design.collectible_density,
    );
    if (coin === null || wish === 0 || spawns.length > 90) continue;
    const pattern = rng.int(3);
    let placed = 0;
    for (let k = 0; placed < wish && k < 24; k++) {
      let x = cx;
      let y = cy;
      if (pattern === 0) [x, y] = [box.x + 2 + k, cy + (room.id & 1 ? 2 : -2)];
      else if (pattern === 1) [x, y] = [cx + (k % 4 < 2 ? -1 : 1) * (2 + (k >> 2)), cy + (k % 2 === 0 ? -1 : 1) * (1 + (k >> 2))];
      else [x, y] = [box.x + rng.int(box.w), box.y + rng.int(box.h)];
      if (canvas.roomAt(x, y) === room.id && put(coin.type, x, y)) placed++;
    }
  }
  return spawns;
}

/** Mercy: healing on the way, more of it when it is easy and when a tension below zero asks for it. */
export function placePotions(rng: Rng, site: Site, request: ComposeRequest): Spawn[] {
  const spawns: Spawn[] = [];
  const base = request.design.difficulty === 'easy' ? 3 : request.design.difficulty === 'hard' ? 1 : 2;
  const count = Math.max(0, base + Math.trunc(request.index / 2) - Math.round(request.tension));
  const rooms = rng.shuffle(
    site.mission.rooms.filter((r) => r.role === 'rest' || r.role === 'hall' || r.role === 'arena' || r.role === 'trap'),
  );
  for (let k = 0; k < Math.min(6, count) && rooms.length > 0; k++) {
    const room = rooms[k % rooms.length] as Room;
    const spots = floorOf(site, room.id).filter(([x, y]) => site.canvas.reserved[y * site.canvas.width + x] !== 2);
    const spot = spots[rng.int(spots.length)];
    if (spot === undefined) continue;
    spawns.push({ type: 'potion', x: spot[0], y: spot[1] });
    site.canvas.reserve(spot[0], spot[1], 2);
  }
  return spawns;
}

/** Spikes, pits or pools, arrow traps, blades. Ways may be spiked, but never flooded. */
export function placeHazards(rng: Rng, site: Site, request: ComposeRequest, traits: StyleTraits): Spawn[] {
  const spawns: Spawn[] = [];
  const density = request.design.hazard_density * Math.max(0.3, 1 + 0.2 * request.tension);
  if (request.design.hazard_density <= 0) return spawns;
  const { canvas } = site;
  for (const room of site.mission.rooms) {
    const box = site.boxes[room.id]!;
    const trap = room.role === 'trap';
    if (room.role === 'start' || room.role === 'rest' || room.role === 'goal') continue;
    const draws =
      (trap ? 2 : room.role === 'boss' || room.role === 'arena' ? 0 : rng.chance(Math.round(45 * density)) ? 1 : 0) *
      (density < 0.4 ? 0.5 : 1);
    for (let k = 0; k < draws; k++) {
      const menu = request.index === 0 && request.design.difficulty === 'easy' ? 2 : request.index === 0 ? 3 : 4;
      switch (trap && k === 0 ? 0 : rng.int(menu)) {
        case 0:
          spikeField(rng, site, room, density, trap);
          break;
        case 1:
          pool(rng, site, room, traits.fatal);
          break;
        case 2: {
          const x = box.x + 1;
          const to = box.x + box.w - 2;
          const y = box.y + 1 + rng.int(Math.max(1, box.h - 2));
          if (clearRow(site, x, to, y)) {
            const leg = Math.round((to - x) * (request.design.difficulty === 'hard' ? 11 : request.design.difficulty === 'easy' ? 18 : 14));
            spawns.push({ type: 'blade', x, y, to_x: to, to_y: y, leg, phase: rng.int(60) });
          }
          break;
        }
        default: {
          const y = box.y + 1 + rng.int(Math.max(1, box.h - 2));
          let x = box.x;
          while (x > 0 && canvas.isFloor(x, y)) x--;
          if (canvas.isSolid(x, y) && canvas.get(x, y) !== 'D' && canvas.isFloor(x + 1, y)) {
            spawns.push({
              type: 'arrow-trap',
              x,
              y,
              facing: 0,
              period: request.design.difficulty === 'hard' ? 105 : 140,
              phase: rng.int(140),
            });
          }
        }
      }
    }
  }
  return spawns;
}

function clearRow(site: Site, from: number, to: number, y: number): boolean {
  if (to - from < 4) return false;
  for (let x = from; x <= to; x++) if (!site.canvas.isFloor(x, y)) return false;
  return true;
}

/** Spikes across the room, one way or the other, or a chequered field. */
function spikeField(rng: Rng, site: Site, room: Room, density: number, whole: boolean): void {
  const { canvas } = site;
  const box = site.boxes[room.id]!;
  const pattern = rng.int(3);
  const thick = whole && density >= 1 ? 2 : 1;
  const at = 2 + rng.int(Math.max(1, box.w - 5));
  const low = 2 + rng.int(Math.max(1, box.h - 5));
  // Every third tile is firm: whichever way one walks, no more than two spikes come in a row.
  const gap = rng.int(3);
  for (let j = 0; j < box.h; j++) {
    for (let i = 0; i < box.w; i++) {
      const on =
        pattern === 0
          ? i >= at && i < at + thick && j % 3 !== gap
          : pattern === 1
            ? j >= low && j < low + thick && i % 3 !== gap
            : i >= 2 && j >= 2 && i < box.w - 2 && j < box.h - 2 && (i + j) % 2 === 0 && (whole || i < box.w >> 1);
      const x = box.x + i;
      const y = box.y + j;
      if (on && canvas.isFloor(x, y) && canvas.reserved[y * canvas.width + x] !== 2 && canvas.roomAt(x, y) === room.id)
        canvas.set(x, y, '^');
    }
  }
}

/** A pool or a chasm off the ways, which cuts nothing off. */
function pool(rng: Rng, site: Site, room: Room, char: string): void {
  const { canvas } = site;
  const box = site.boxes[room.id]!;
  const w = 2 + rng.int(3);
  const h = 2 + rng.int(2);
  const px = box.x + 1 + rng.int(Math.max(1, box.w - w - 1));
  const py = box.y + 1 + rng.int(Math.max(1, box.h - h - 1));
  const before = canvas.cells.slice();
  for (let j = 0; j < h; j++) for (let i = 0; i < w; i++) canvas.prop(px + i, py + j, char);
  const [sx, sy] = site.centres[0]!;
  const seen = canvas.flood(sx, sy);
  const lost = canvas.reserved.some((how, i) => how === 2 && seen[i] === 0);
  if (lost)
    before.forEach((cell, i) => {
      canvas.cells[i] = cell;
    });
}
