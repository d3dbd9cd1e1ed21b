/**
 * The hero's movement. Order and numbers follow what is known of Celeste's controller (coyote time, buffered and variable
 * jumps, halved gravity at the apex, corner correction), see docs/guide/levels.md.
 */
import { A, B, DOWN, LEFT, RIGHT, UP } from '../../core/input';
import { approach, clamp, sign } from '../../core/int';
import { HANIM, HFACING, HVX, HVY, HX, HY, PREV_INPUT } from '../../core/state';
import type { EventSink, EventType, State } from '../../core/types';
import { shuttleX, shuttleY } from '../../systems/platform/shuttle';
import { TILE, TILE_SHIFT } from '../../systems/platform/tiles';
import { collides, oneWayBetween } from './body';
import { crumblingTop, touchCrumbling } from './crumbling';
import * as L from './layout';
import type { PlatformWorld } from './world';

const FORCED_TICKS = 9;
const DROP_TICKS = 10;
/** How far from a wall a wall jump still holds, subpixels. */
const WALL_REACH = 512;
/** 1/sqrt(2) of 256: a diagonal dash is as fast as a straight one. */
const DIAGONAL = 181;

export function heroEvent(world: PlatformWorld, state: State, events: EventSink, type: EventType): void {
  if (events === null) return;
  const p = world.physics;
  events.push({ type, x: ((state[HX] as number) + p.w / 2) / 256, y: ((state[HY] as number) + p.h / 2) / 256 });
}

/** Moving platforms take along who stands on them. */
export function carry(world: PlatformWorld, state: State): void {
  const riding = state[L.RIDING] as number;
  if (riding === 0) return;
  const track = world.platforms[riding - 1];
  if (track === undefined) return;
  const clock = state[L.CLOCK] as number;
  const p = world.physics;
  const dx = shuttleX(track, clock) - shuttleX(track, clock - 1);
  const x = state[HX] as number;
  const y = shuttleY(track, clock) - p.h;
  if (dx !== 0 && !collides(world, state, x + dx, state[HY] as number, p.w, p.h)) state[HX] = x + dx;
  if (!collides(world, state, state[HX] as number, y, p.w, p.h)) state[HY] = y;
  else state[L.RIDING] = 0;
}

export function moveHero(world: PlatformWorld, state: State, input: number, events: EventSink): void {
  const p = world.physics;
  const stunned = (state[L.STUNNED] as number) > 0;
  if (stunned) state[L.STUNNED] = (state[L.STUNNED] as number) - 1;
  const keys = stunned ? 0 : input;
  const pressed = keys & ~(state[PREV_INPUT] as number);
  let mx = ((keys & RIGHT) !== 0 ? 1 : 0) - ((keys & LEFT) !== 0 ? 1 : 0);
  if ((state[L.FORCED] as number) > 0) {
    state[L.FORCED] = (state[L.FORCED] as number) - 1;
    mx = state[L.FORCED_X] as number;
  }
  if (mx !== 0) state[HFACING] = mx;
  const grounded = state[L.GROUNDED] === 1;
  if (grounded) {
    state[L.COYOTE] = p.coyote;
    state[L.AIR_JUMPS] = p.airJumps;
    state[L.DASHES] = 1;
  } else if ((state[L.COYOTE] as number) > 0) state[L.COYOTE] = (state[L.COYOTE] as number) - 1;
  if ((pressed & A) !== 0) state[L.BUFFER] = p.buffer + 1;
  if ((state[L.BUFFER] as number) > 0) state[L.BUFFER] = (state[L.BUFFER] as number) - 1;
  if ((state[L.DROPPING] as number) > 0) state[L.DROPPING] = (state[L.DROPPING] as number) - 1;

  if (p.dash && (pressed & B) !== 0 && (state[L.DASHES] as number) > 0 && state[L.DASHING] === 0) startDash(world, state, keys, events);
  if ((state[L.DASHING] as number) > 0) dashOn(world, state);
  else {
    accelerate(world, state, mx, grounded);
    fall(world, state, keys, mx, grounded);
    jump(world, state, keys, mx, grounded, events);
  }
  moveX(world, state);
  moveY(world, state, events);
  animate(world, state, mx);
}

function startDash(world: PlatformWorld, state: State, keys: number, events: EventSink): void {
  const p = world.physics;
  let dx = ((keys & RIGHT) !== 0 ? 1 : 0) - ((keys & LEFT) !== 0 ? 1 : 0);
  const dy = ((keys & DOWN) !== 0 ? 1 : 0) - ((keys & UP) !== 0 ? 1 : 0);
  if (dx === 0 && dy === 0) dx = state[HFACING] as number;
  const speed = dx !== 0 && dy !== 0 ? (p.dashSpeed * DIAGONAL) >> 8 : p.dashSpeed;
  state[L.DASHES] = 0;
  state[L.DASHING] = p.dashFrames;
  state[L.DASH_X] = dx * speed;
  state[L.DASH_Y] = dy * speed;
  state[L.RISE] = 0;
  state[L.THROWN] = 0;
  state[L.RIDING] = 0;
  heroEvent(world, state, events, 'dash');
}

function dashOn(world: PlatformWorld, state: State): void {
  const p = world.physics;
  state[HVX] = state[L.DASH_X] as number;
  state[HVY] = state[L.DASH_Y] as number;
  state[L.DASHING] = (state[L.DASHING] as number) - 1;
  if (state[L.DASHING] === 0) {
    // The end of a dash keeps some of its way, as a throw rather than a stop.
    state[HVX] = clamp(state[HVX] as number, -p.run - (p.run >> 1), p.run + (p.run >> 1));
    if ((state[HVY] as number) < 0) state[HVY] = -(p.jump >> 1);
  }
}

function accelerate(world: PlatformWorld, state: State, mx: number, grounded: boolean): void {
  const p = world.physics;
  const vx = state[HVX] as number;
  const over = Math.abs(vx) > p.run && sign(vx) === mx;
  const rate = over ? p.brake : p.accel;
  state[HVX] = approach(vx, mx * p.run, grounded ? rate : (rate * p.air) >> 8);
}

function fall(world: PlatformWorld, state: State, keys: number, mx: number, grounded: boolean): void {
  const p = world.physics;
  state[L.WALL] = 0;
  state[L.GLIDING] = 0;
  let vy = state[HVY] as number;
  if (!grounded) {
    const held = (keys & A) !== 0;
    let limit = p.maxFall;
    if (p.glide && held && vy > 0 && state[L.RISE] === 0) {
      limit = p.glideSpeed;
      state[L.GLIDING] = 1;
    }
    if (p.wallJump && mx !== 0 && vy > 0 && collides(world, state, (state[HX] as number) + mx, state[HY] as number, p.w, p.h)) {
      limit = p.wallSlide;
      state[L.WALL] = mx;
    }
    const g = held && Math.abs(vy) < p.apexSpeed ? p.apexGravity : p.gravity;
    vy = vy > limit ? approach(vy, limit, p.gravity * 2) : Math.min(vy + g, limit);
  }
  if ((state[L.THROWN] as number) > 0) {
    state[L.THROWN] = (state[L.THROWN] as number) - 1;
    vy = state[HVY] as number;
  } else if ((state[L.RISE] as number) > 0) {
    if ((keys & A) !== 0) {
      vy = Math.min(vy, -p.jump);
      state[L.RISE] = (state[L.RISE] as number) - 1;
    } else state[L.RISE] = 0;
  }
  state[HVY] = vy;
}

function jump(world: PlatformWorld, state: State, keys: number, mx: number, grounded: boolean, events: EventSink): void {
  if (state[L.BUFFER] === 0) return;
  const p = world.physics;
  if ((state[L.COYOTE] as number) > 0) {
    if (grounded && (keys & DOWN) !== 0 && dropThrough(world, state)) return;
    takeOff(world, state, mx * p.boost);
    heroEvent(world, state, events, 'jump');
    return;
  }
  if (p.wallJump) {
    const side = wallSide(world, state);
    if (side !== 0) {
      takeOff(world, state, 0);
      state[HVX] = -side * p.wallSpeed;
      state[L.FORCED] = FORCED_TICKS;
      state[L.FORCED_X] = -side;
      state[HFACING] = -side;
      heroEvent(world, state, events, 'wall_jump');
      return;
    }
  }
  if ((state[L.AIR_JUMPS] as number) > 0) {
    state[L.AIR_JUMPS] = (state[L.AIR_JUMPS] as number) - 1;
    takeOff(world, state, 0);
    heroEvent(world, state, events, 'double_jump');
  }
}

function takeOff(world: PlatformWorld, state: State, boost: number): void {
  const p = world.physics;
  state[HVY] = -p.jump;
  state[HVX] = (state[HVX] as number) + boost;
  state[L.RISE] = p.hold;
  state[L.BUFFER] = 0;
  state[L.COYOTE] = 0;
  state[L.GROUNDED] = 0;
  state[L.RIDING] = 0;
  state[L.THROWN] = 0;
}

/** A blow upwards that needs no held key: springs and stomps. */
export function throwUp(state: State, speed: number, ticks: number): void {
  state[HVY] = -speed;
  state[L.RISE] = 0;
  state[L.THROWN] = ticks;
  state[L.DASHING] = 0;
  state[L.GROUNDED] = 0;
  state[L.COYOTE] = 0;
  state[L.RIDING] = 0;
}

function dropThrough(world: PlatformWorld, state: State): boolean {
  const p = world.physics;
  if (state[L.RIDING] === 0 && collides(world, state, state[HX] as number, (state[HY] as number) + 1, p.w, p.h)) return false;
  state[L.DROPPING] = DROP_TICKS;
  state[L.BUFFER] = 0;
  state[L.COYOTE] = 0;
  state[L.GROUNDED] = 0;
  state[L.RIDING] = 0;
  return true;
}

function wallSide(world: PlatformWorld, state: State): number {
  const p = world.physics;
  const x = state[HX] as number;
  const y = state[HY] as number;
  const facing = state[HFACING] as number;
  if (collides(world, state, x + facing * WALL_REACH, y, p.w, p.h)) return facing;
  return collides(world, state, x - facing * WALL_REACH, y, p.w, p.h) ? -facing : 0;
}

function moveX(world: PlatformWorld, state: State): void {
  const p = world.physics;
  const vx = state[HVX] as number;
  if (vx === 0) return;
  const x = state[HX] as number;
  const y = state[HY] as number;
  if (!collides(world, state, x + vx, y, p.w, p.h)) {
    state[HX] = x + vx;
    return;
  }
  // Flush with the tile that stopped it; velocities are below a tile per tick.
  const edge = vx > 0 ? (((x + vx + p.w - 1) >> TILE_SHIFT) << TILE_SHIFT) - p.w : ((x + vx + TILE) >> TILE_SHIFT) << TILE_SHIFT;
  if (!collides(world, state, edge, y, p.w, p.h)) state[HX] = edge;
  state[HVX] = 0;
}

function moveY(world: PlatformWorld, state: State, events: EventSink): void {
  const p = world.physics;
  const x = state[HX] as number;
  const y = state[HY] as number;
  const vy = state[HVY] as number;
  if (vy < 0) {
    state[L.GROUNDED] = 0;
    rise(world, state, x, y, vy);
    return;
  }
  const feet = y + p.h;
  const step = Math.max(vy, 1);
  let top = landing(world, state, x, feet, feet + step);
  if (collides(world, state, x, y + step, p.w, p.h)) {
    const solid = ((feet + step - 1) >> TILE_SHIFT) << TILE_SHIFT;
    if (top < 0 || solid <= top) {
      top = Math.max(solid, feet);
      state[L.RIDING] = 0;
    }
  }
  if (top < 0) {
    state[HY] = y + vy;
    state[L.GROUNDED] = 0;
    state[L.RIDING] = 0;
    return;
  }
  state[HY] = top - p.h;
  if (state[L.GROUNDED] === 0) {
    if (vy > 256) heroEvent(world, state, events, 'land');
    state[L.GROUNDED] = 1;
  }
  state[HVY] = 0;
  state[L.DASHING] = 0;
}

/** Top of the one-way tile, moving or crumbling platform that the feet meet on their way down, or -1. */
function landing(world: PlatformWorld, state: State, x: number, feet: number, below: number): number {
  state[L.RIDING] = 0;
  if ((state[L.DROPPING] as number) > 0) return -1;
  const p = world.physics;
  let top = oneWayBetween(world, x, p.w, feet, below - 1);
  const clock = state[L.CLOCK] as number;
  for (let i = 0; i < world.platforms.length; i++) {
    const track = world.platforms[i]!;
    const px = shuttleX(track, clock);
    if (px >= x + p.w || px + track.w <= x) continue;
    const now = shuttleY(track, clock);
    if (feet > Math.max(now, shuttleY(track, clock - 1)) || below <= now) continue;
    if (top >= 0 && top <= now) continue;
    top = now;
    state[L.RIDING] = i + 1;
  }
  for (let i = 0; i < world.crumbling.length; i++) {
    const at = crumblingTop(world, state, i, x, p.w, feet, below);
    if (at < 0 || (top >= 0 && top <= at)) continue;
    top = at;
    state[L.RIDING] = 0;
    touchCrumbling(state, i, world.crumblingFrom);
  }
  return top;
}

/** Upwards, sliding sideways around corners that are met with only a few pixels. */
function rise(world: PlatformWorld, state: State, x: number, y: number, vy: number): void {
  const p = world.physics;
  if (!collides(world, state, x, y + vy, p.w, p.h)) {
    state[HY] = y + vy;
    return;
  }
  const vx = state[HVX] as number;
  for (let px = 1; px <= p.corner; px++) {
    for (const side of vx < 0 ? [-1] : vx > 0 ? [1] : [1, -1]) {
      const moved = x + side * px * 256;
      if (!collides(world, state, moved, y + vy, p.w, p.h)) {
        state[HX] = moved;
        state[HY] = y + vy;
        return;
      }
    }
  }
  const edge = ((y + vy + TILE) >> TILE_SHIFT) << TILE_SHIFT;
  if (edge <= y && !collides(world, state, x, edge, p.w, p.h)) state[HY] = edge;
  state[HVY] = 0;
  state[L.RISE] = 0;
  state[L.THROWN] = 0;
}

function animate(world: PlatformWorld, state: State, mx: number): void {
  const vy = state[HVY] as number;
  let anim = L.IDLE;
  if ((state[L.STUNNED] as number) > 0) anim = L.HURT;
  else if ((state[L.DASHING] as number) > 0) anim = L.DASH;
  else if ((state[L.AIMING] as number) > 0) anim = L.ATTACK;
  else if (state[L.WALL] !== 0) anim = L.CLIMB;
  else if (state[L.GLIDING] === 1) anim = L.FLY;
  else if (state[L.GROUNDED] === 0) anim = vy < 0 ? L.JUMP : L.FALL;
  else if (mx !== 0 || Math.abs(state[HVX] as number) > world.physics.run >> 2) anim = L.RUN;
  setAnim(state, anim);
}

export function setAnim(state: State, anim: number): void {
  if (state[HANIM] === anim) state[L.ANIM_AGE] = (state[L.ANIM_AGE] as number) + 1;
  else {
    state[HANIM] = anim;
    state[L.ANIM_AGE] = 0;
  }
}
