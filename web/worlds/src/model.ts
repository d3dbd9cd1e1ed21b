/** What the server tells of a world and of a run (spec/smworld-1.0.schema.json, spec/world-play.md). */

export interface Framing {
  static: string;
  dynamic: string;
}

export interface Ending {
  kind: 'win' | 'lose';
  title: string;
  subtitle?: string;
}

export interface State {
  base: string;
  camera: Framing;
  ambient?: string[];
  narration?: string;
  ending?: Ending;
}

export interface WorldEvent {
  name: string;
  kind: 'transition' | 'override' | 'terminal';
  from: string[];
  to?: string;
  base?: string;
  detail?: string;
  label?: string;
  narration?: string;
  minPlayMs?: number;
  autoAfterMs?: number;
  anchor?: { label: string; aliases?: string[] };
  phases?: { base: string; minMs?: number }[];
  terminal?: { persona: string; greeting?: string };
}

export interface Scenery {
  src: string;
  layers: number;
  speeds: number[];
  biome: string;
  time: string;
  /** What it is furnished as, under a roof. */
  room?: string;
}

export interface Figure {
  src: string;
  width: number;
  height: number;
  frames: number;
  fps: number;
}

/** Somebody who is met in a place. */
export interface Person extends Figure {
  name: string;
}

export interface Cutscene {
  id: string;
  video: string;
  label?: string;
  subtitle?: string;
}

export interface World {
  id: string;
  name: string;
  description?: string;
  cover?: string | null;
  entrance: { state: string; image?: { src: string; label?: string } };
  scene: { states: Record<string, State>; events: WorldEvent[] };
  cutscenes?: Cutscene[];
  scenery?: Record<string, Scenery>;
  hero?: Figure;
  /** What an event takes hold of, by its name. */
  things?: Record<string, Figure>;
  /** Who stands in a state, by its id. */
  cast?: Record<string, Person[]>;
}

export interface Choice {
  name: string;
  kind: WorldEvent['kind'];
  label: string;
  hotkey: string | null;
  hidden: boolean;
  locked: boolean;
  hint: string | null;
}

export interface Mission {
  id: string;
  title: string;
  done: boolean;
  objectives: { id: string; text: string; done: boolean; open: boolean }[];
}

export interface Situation {
  state: string;
  flags: string[];
  seq: number;
  visited: string[];
  ending: Ending | null;
  choices: Choice[];
  missions: Mission[];
}

export interface Happened {
  type: 'choice' | 'said' | 'restart';
  seq: number;
  event?: string;
  kind?: WorldEvent['kind'];
  granted?: string[];
  cutscene?: string | null;
  narration?: string | null;
  completed?: string[];
  entered?: string | null;
  text?: string;
  reply?: string;
}

export interface Connected {
  reactorJwt: string;
  expiresAt: number | null;
  world: World;
  sessionId: string;
  situation: Situation;
}

/** A choice's number key (1 to 9), or the key the world gives it. */
export function keyed(choices: readonly Choice[]): Map<string, Choice> {
  const keys = new Map<string, Choice>();
  for (const choice of choices) if (choice.hotkey) keys.set(choice.hotkey.toLowerCase(), choice);
  const shown = choices.filter((choice) => !choice.hidden);
  shown.slice(0, 9).forEach((choice, index) => {
    if (!keys.has(String(index + 1))) keys.set(String(index + 1), choice);
  });
  return keys;
}

/** The state's own name as words, for the map and for screen readers. */
export function titleOf(state: string): string {
  const words = state.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
