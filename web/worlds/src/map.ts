/** The map of a run: the places seen, each with its picture. */
import { el } from './dom';
import type { Situation, World } from './model';
import { placeOf } from './prose';

/** A heading that counts them, and their list. */
export function placesSeen(world: World, now: Situation): [HTMLElement, HTMLElement] {
  const seen = now.visited;
  const places = seen.map((state) => {
    const item = el('li', { class: state === now.state ? 'here' : '' });
    const scenery = world.scenery?.[state];
    if (scenery !== undefined) {
      const view = el('span', { class: 'view' });
      // All layers of the strip, the nearest first, as one picture.
      const layers = Array.from({ length: scenery.layers }, (_, number) => scenery.layers - 1 - number);
      view.style.backgroundImage = layers.map(() => `url("${scenery.src}")`).join(', ');
      view.style.backgroundSize = `100% ${scenery.layers * 100}%`;
      view.style.backgroundPosition = layers.map((layer) => `0 ${(100 * layer) / Math.max(1, scenery.layers - 1)}%`).join(', ');
      item.append(view);
    }
    item.append(placeOf(world, state));
    if (state === now.state) {
      item.setAttribute('aria-current', 'location');
      item.append(el('small', {}, 'You are here'));
    }
    return item;
  });
  // Endings are no places to be in.
  const all = Object.values(world.scene.states).filter((state) => state.ending === undefined).length;
  return [el('h3', {}, `Places seen: ${seen.length} of ${all}`), el('ol', {}, ...places)];
}
