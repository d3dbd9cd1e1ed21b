/** The versions of a world as a way back and forth: undo leads to the parent of the current one, redo to its newest child. */

export interface WorldVersion {
  id: string;
  parentVersionId: string | null;
  /** The sentence it came from, or how it came about. */
  title: string | null;
}

export type Step = 'undo' | 'redo' | 'first';

const LATEST = `(?:it|that|this|(?:the|my|that|this) (?:(?:very )?(?:last|latest|previous) )?(?:change|edit|one|thing|step|wish))`;
const UNDO = new RegExp(
  `^(?:undo|revert|cancel|reverse|roll back|take back|go back)(?: ${LATEST})?(?: again)?$|^(?:take|roll|put|change|turn) ${LATEST} back(?: again)?$|^go back (?:one|a) (?:step|version)$|^(?:back|step back)$`,
);
const REDO = new RegExp(`^redo(?: ${LATEST})?(?: again)?$`);
const FIRST = /^(?:undo|revert|take back|cancel|reset|roll back) (?:everything|all(?: (?:of it|(?:the |my )?(?:changes|edits)))?)$/;

/** What a sentence wants of the versions; null when it is about the world itself. */
export function stepOf(sentence: string): Step | null {
  const plain = sentence
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replace(/^(?:no|oops|sorry|please|ok|okay|now|just|can you|could you)(?: please)? /, '')
    .replace(/ (?:please|now|thanks)$/, '');
  if (FIRST.test(plain)) return 'first';
  if (UNDO.test(plain)) return 'undo';
  return REDO.test(plain) ? 'redo' : null;
}

export class Past {
  constructor(
    /** Oldest first. */
    readonly versions: readonly WorldVersion[] = [],
    readonly head: string | null = null,
  ) {}

  get current(): WorldVersion | null {
    return this.find(this.head);
  }

  /** Where a step leads; null where it leads nowhere. */
  to(step: Step): WorldVersion | null {
    if (step === 'redo') return this.versions.filter((one) => this.head !== null && one.parentVersionId === this.head).at(-1) ?? null;
    let at = this.find(this.current?.parentVersionId ?? null);
    for (let above = at; step === 'first' && above !== null; above = this.find(above.parentVersionId)) at = above;
    return at;
  }

  private find(id: string | null): WorldVersion | null {
    return this.versions.find((one) => one.id === id) ?? null;
  }
}
