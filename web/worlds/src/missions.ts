/** The missions of a run and how far each has come. */
import { el } from './dom';
import type { Situation } from './model';

/** What has been done since, a line each: objectives, and missions with their last. */
export function tickedOf(before: Situation | null, now: Situation): string[] {
  return now.missions.flatMap((mission) => {
    const last = before?.missions.find((one) => one.id === mission.id);
    if (last === undefined || last.done) return [];
    if (mission.done) return [`Done: ${mission.title}.`];
    return mission.objectives
      .filter((one) => one.done && last.objectives.some((was) => was.id === one.id && !was.done))
      .map((one) => `✓ ${one.text}`);
  });
}

/** The line that sums them up, and what stands behind it. */
export function missionsOf(situation: Situation): readonly HTMLElement[] {
  const done = situation.missions.filter((mission) => mission.done).length;
  const items = situation.missions.map((mission) =>
    el(
      'div',
      { class: mission.done ? 'mission done' : 'mission' },
      el('h3', {}, mission.title),
      el(
        'ul',
        {},
        ...mission.objectives
          .filter((objective) => objective.open)
          .map((objective) => el('li', { class: objective.done ? 'done' : '' }, `${objective.done ? '✓' : '·'} ${objective.text}`)),
      ),
    ),
  );
  return [el('summary', {}, `Missions ${done}/${situation.missions.length}`), el('div', { class: 'list' }, ...items)];
}
