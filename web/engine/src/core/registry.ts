/** Which family plays which kind. Families register themselves from src/families.ts, so the core imports none of them. */
import type { Family } from './types';

const byKind = new Map<string, Family>();

export function registerFamily(family: Family): void {
  for (const kind of family.kinds) byKind.set(kind, family);
}

export function familyOf(kind: string): Family {
  const family = byKind.get(kind);
  if (family === undefined) throw new Error(`kind '${kind}' is not built; built kinds: ${builtKinds().join(', ')}`);
  return family;
}

export function builtKinds(): string[] {
  return [...byKind.keys()].sort();
}

export function families(): Family[] {
  return [...new Set(byKind.values())];
}
