/** What the screens around the game say. Pure: each is a panel to be shown. */
import { TICK_RATE } from '../engine';
import type { ControlScheme } from './controls';
import type { Action, Panel } from './overlay';
import type { Playthrough } from './playthrough';
import type { End } from './story';

type Hint = readonly [string, string];

export function hintsOf(s: ControlScheme): Hint[] {
  const out: Hint[] = [];
  if (s.stick !== 'none') out.push([s.stick === 'eight' ? 'Arrows / WASD' : '← →', 'Move']);
  if (s.a !== null) out.push([s.upIsA ? 'Space / ↑' : 'Space / Z', s.a]);
  if (s.b !== null) out.push(['X / Shift', s.b]);
  out.push(['P', 'Pause'], ['R', 'Restart'], ['M', 'Sound']);
  return out;
}

/** @param name the level's own, if it has one; `intro` what is to be done in it. */
export function cardOf(playthrough: Playthrough, name: string | undefined, intro: string | null): Panel {
  const { mode, index, scenes } = playthrough;
  const count = scenes.length;
  const what = mode === 'endless' ? 'Endless' : count > 1 ? `Level ${index + 1} of ${count}` : 'Get ready';
  const who = mode === 'watch' ? ['The bot plays'] : mode === 'race' ? ['Beat the ghost'] : [];
  return { kind: 'card', heading: name ?? what, lines: [what, ...(intro === null ? [] : [intro]), ...who] };
}

/** The word in the corner while somebody or something plays. */
export function noteOf({ mode }: Playthrough, speed: number): string {
  if (mode === 'watch') return speed === 1 ? 'BOT' : `BOT ${speed}×`;
  return mode === 'race' ? 'RACE' : mode === 'endless' ? 'ENDLESS' : '';
}

export interface Result {
  won: boolean;
  /** Whether this was the best so far; `best` what is. */
  record: boolean;
  best: number;
}

/** @param told the game's own last words, if it has any. */
export function closingOf(playthrough: Playthrough, { won, record, best }: Result, told: End | null, actions: readonly Action[]): Panel {
  const watched = playthrough.mode === 'watch';
  const time = Math.round(playthrough.ticks / TICK_RATE);
  const lines = [
    `Score ${playthrough.session.score} · ${Math.floor(time / 60)}:${String(time % 60).padStart(2, '0')}`,
    watched ? 'Every level, played by the bot from its certificate.' : record ? 'A new best!' : `Best ${best}`,
  ];
  if (told?.text) lines.unshift(told.text);
  if (playthrough.mode === 'race' && playthrough.ghost !== null && won)
    lines.push(playthrough.ghost.status === 'won' ? 'The ghost was faster this time.' : 'You beat the ghost!');
  const heading = watched ? 'The bot made it' : (told?.title ?? (won ? 'You made it!' : 'Game over'));
  return { kind: won ? 'won' : 'lost', heading, lines, actions };
}
