/** A whole level: plan, ground, furniture, then who lives there. */
import { Rng } from '../../../core/rng';
import type { ComposeRequest, LevelData, Mark, Spawn } from '../../../core/types';
import { type Cast, castOf, complete, wantsBoss } from '../cast';
import { BLOCK_HERO, flagsOf } from '../legend';
import { furnish } from './furnish';
import { type MissionWish, plan } from './mission';
import { placeCollectibles, placeEnemies, placeHazards, placeMission, placePotions } from './populate';
import { type Site, shape } from './shape';
import { styleOf, TRAITS } from './style';

function wishOf(request: ComposeRequest, boss: boolean): MissionWish {
  const { design, index } = request;
  const dungeon = request.kind === 'dungeon-crawler';
  const hard = design.difficulty === 'hard' ? 1 : 0;
  const easy = design.difficulty === 'easy' ? 1 : 0;
  const fights = design.enemy_density > 0 && request.entities.some((e) => e.properties.role === 'enemy');
  // A limit of time bounds the way: about five seconds a room, there and back.
  const hurry =
    design.time_limit > 0 ? Math.max(3, Math.trunc((design.time_limit * Math.min(1.5, Math.max(0.4, design.hero_speed))) / 7)) : 99;
  const rooms = Math.min(
    hurry,
    Math.max(4, Math.round((dungeon ? 7 : 6) * design.length + index * 1.8 * Math.max(0.6, design.length) + hard)),
  );
  const locks = hurry < 6 || rooms < 6 ? 1 : Math.min(3, 1 + Math.trunc((index + 1) / 2) + (hard && index > 0 ? 1 : 0));
  return {
    rooms,
    locks,
    arenas: fights && !easy ? 1 + (index > 1 ? 1 : 0) : fights && index > 0 ? 1 : 0,
    levers: hurry < 8 ? 0 : index >= 1 ? 1 : 0,
    treasures: hurry < 8 ? 0 : 1 + (rooms > 9 ? 1 : 0),
    boss,
    loops: easy ? 15 : 35,
    maxColumns: rooms > 9 ? 5 : 4,
    maxRows: rooms > 9 ? 4 : 3,
  };
}

export function compose(asked: ComposeRequest): LevelData {
  const request = { ...asked, entities: complete(asked.kind, asked.design, asked.entities) };
  const cast = castOf(request.entities);
  // A new layout only after several tries with the old one: what an edit keeps should look kept.
  const layout = Math.trunc(request.attempt / 4);
  const stream = (name: string): Rng => Rng.stream(request.seed + layout * 7919, name);
  const last = request.index === request.count - 1;
  const boss = last && wantsBoss(request.design, request.entities);
  const style = styleOf(request.kind, request.theme);
  const traits = TRAITS[style];
  const geometry = stream('geometry');
  const mission = plan(geometry, wishOf(request, boss));
  const site = shape(geometry, mission, traits);
  // Above ground every third level is a gathering: what was a way out is one more hoard.
  const gather =
    request.kind === 'topdown' && !boss && request.index % 3 === 1 && cast.coins.length > 0 && request.design.collectible_density > 0;
  if (gather) for (const room of mission.rooms) if (room.role === 'goal') room.role = 'treasure';
  furnish(stream('decor'), site, style, traits);
  const [sx, sy] = site.centres[0]!;
  tidy(site, sx, sy);
  const missionSpawns = placeMission(geometry, site, cast);
  const potions = placePotions(stream('mercy'), site, request);
  const coins = placeCollectibles(stream('collectibles'), site, request, cast);
  const enemies = placeEnemies(stream('enemies'), site, request, cast);
  const hazards = placeHazards(stream('hazards'), site, request, traits);
  const spawns = [...missionSpawns, ...potions, ...coins, ...enemies, ...hazards].filter(stands(site, sx, sy));
  const mark: Mark = gather ? gatherMark(site, spawns, cast) : { kind: boss ? 'boss' : 'goal', value: 1 };
  return {
    tile: 16,
    width: site.canvas.width,
    height: site.canvas.height,
    rows: site.canvas.rows(),
    start: [sx, sy],
    ...(boss || gather ? {} : goalOf(missionSpawns, cast.goal)),
    spawns,
    mark,
    seed: stream('play').next() | 0,
    style,
    rooms: mission.rooms.map((r) => ({ ...site.boxes[r.id]!, role: r.role, zone: r.zone, depth: r.depth })),
  };
}

function goalOf(spawns: readonly Spawn[], type: string): { goal?: [number, number] } {
  const goal = spawns.find((s) => s.type === type);
  return goal === undefined ? {} : { goal: [goal.x, goal.y] };
}

/** Three quarters of all there is, and always more than lies before the first door. */
function gatherMark(site: Site, spawns: readonly Spawn[], cast: Cast): Mark {
  const types = new Set(cast.coins.map((c) => c.type));
  const zoneOf = (s: Spawn): number => site.mission.rooms[site.canvas.roomAt(s.x, s.y)]?.zone ?? 0;
  const coins = spawns.filter((s) => types.has(s.type) || (s.type === 'chest' && s.holds === 'coin'));
  const near = coins.filter((s) => zoneOf(s) === 0).length;
  return { kind: 'collect', value: Math.max(1, Math.min(coins.length, Math.max(near + 1, Math.round((coins.length * 3) / 4)))) };
}

/** Floor that cannot be reached is none. */
function tidy(site: Site, x: number, y: number): void {
  const { canvas } = site;
  const seen = canvas.flood(x, y);
  for (let i = 0; i < seen.length; i++) {
    if (seen[i] === 0 && (flagsOf(canvas.cells[i] as string) & BLOCK_HERO) === 0) canvas.cells[i] = canvas.solid;
  }
}

/** Whether a thing is still on ground that can be walked to, after pools and pits have taken their share. */
function stands(site: Site, x: number, y: number): (spawn: Spawn) => boolean {
  const { canvas } = site;
  const seen = canvas.flood(x, y);
  return (spawn) => spawn.type === 'arrow-trap' || seen[Math.floor(spawn.y) * canvas.width + Math.floor(spawn.x)] === 1;
}
