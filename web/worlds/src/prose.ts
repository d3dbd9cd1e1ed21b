/** What a world's own words give away: how places are spelled, and which words of a scene can be pointed at. */
import { type State, titleOf, type World } from './model';

/** What generators hang to the id of a place that is told a second time. */
const AGAIN = /[ _-](later|again|\d+)$/i;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Ids have lost accents. */
const ACCENTED: Readonly<Record<string, string>> = {
  a: '[aàáâäå]',
  c: '[cç]',
  e: '[eèéêë]',
  i: '[iìíîï]',
  n: '[nñ]',
  o: '[oòóôöø]',
  u: '[uùúûü]',
};

/** Ids have lost capitals, hyphens and apostrophes: whatever the world says in the same letters may stand for them. */
function spelled(id: string): RegExp {
  const words = id.split(/[_\s-]+/).filter((word) => word !== '');
  const letters = words.map((word) => [...word].map((letter) => ACCENTED[letter] ?? escaped(letter)).join("['’]?"));
  // "nan_s_kitchen" has kept a blank where the apostrophe was.
  const gap = (at: number): string => (at === 0 ? '' : words[at] === 's' ? "['’]?[\\s-]*" : "['’]?[\\s-]+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${letters.map((word, at) => gap(at) + word).join('')}(?![\\p{L}\\p{N}])`, 'iu');
}

function textsOf(world: World, id: string): string[] {
  const state = world.scene.states[id];
  const near = world.scene.events.filter((event) => event.to === id).flatMap((event) => [event.label ?? '', event.narration ?? '']);
  return [state?.base ?? '', state?.narration ?? '', ...near, world.description ?? ''];
}

/** A state's name as the world itself writes it ("Captain's cabin", "Flooded metro of Paris"), else its id as words. */
export function placeOf(world: World, id: string): string {
  const stem = id.replace(AGAIN, '');
  const sought = spelled(stem);
  for (const text of textsOf(world, id)) {
    const found = text.match(sought)?.[0];
    // Within a sentence only: at its beginning every word has a capital.
    if (found !== undefined) return found.charAt(0).toUpperCase() + found.slice(1);
  }
  return titleOf(stem === '' ? id : stem);
}

export interface Clue {
  /** The event that it lets happen. */
  event: string;
  label: string;
}

export interface Piece {
  text: string;
  event: string | null;
}

/** The prose cut where a clue's words stand, each clue once; what it does not name stays out. */
export function piecesOf(prose: string, clues: readonly Clue[]): Piece[] {
  const places = clues
    .map((clue) => {
      const words = clue.label.trim().split(/\s+/).map(escaped).join('\\s+');
      const at = words === '' ? null : new RegExp(`(?<![\\p{L}])${words}(?![\\p{L}])`, 'iu').exec(prose);
      return at === null ? null : { from: at.index, to: at.index + at[0].length, event: clue.event };
    })
    .filter((place) => place !== null)
    .sort((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let done = 0;
  for (const place of places) {
    if (place.from < done) continue;
    if (place.from > done) pieces.push({ text: prose.slice(done, place.from), event: null });
    pieces.push({ text: prose.slice(place.from, place.to), event: place.event });
    done = place.to;
  }
  if (done < prose.length || pieces.length === 0) pieces.push({ text: prose.slice(done), event: null });
  return pieces;
}

/** What is told on entering a state: a line said to the player, and what there is to see. */
export function tellingOf(state: State | undefined): { said: string | null; seen: string | null } {
  const said = state?.narration?.trim() || null;
  const seen = state?.base?.trim() || null;
  return said === seen ? { said: null, seen } : { said, seen };
}

/** The name of whom one speaks to: a persona's first words, up to where it goes on to describe. */
export function nameOf(persona: string): string {
  // A full stop behind "Dr" or an initial ends no name.
  const end = persona.search(/[,;:(]|(?<!\b(?:Dr|Mr|Mrs|Ms|St|Prof|Capt|Sgt|Lt|[A-Z]))\.(?:\s|$)/u);
  return (end < 0 ? persona : persona.slice(0, end)).trim();
}
