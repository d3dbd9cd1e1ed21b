/** The determinism rules, enforced on the sources: what differs between engines, or from run to run, may not be called. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

const BANNED: readonly [RegExp, string][] = [
  [/\bMath\.(sin|cos|tan|asin|acos|atan|atan2|pow|exp|expm1|log|log2|log10|log1p|cbrt|hypot|sinh|cosh|tanh)\b/, 'transcendental Math'],
  [/\bMath\.random\b/, 'Math.random'],
  [/\*\*/, 'exponentiation of numbers'],
  [/\bDate\b|\bperformance\b/, 'a clock'],
  [/\bfor\s*\(\s*(const|let|var)\s+\w+\s+in\b/, 'for..in'],
  [/\blocaleCompare\b|\bIntl\b|\btoLocale\w+/, 'locale'],
  [/\bsetTimeout\b|\bsetInterval\b|\bPromise\b|\basync\b|\bawait\b/, 'asynchrony'],
  [/\bWeakRef\b|\bFinalizationRegistry\b/, 'garbage collection'],
];

function sources(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? sources(path) : path.endsWith('.ts') ? [path] : [];
  });
}

/** The code without comments and string contents; both may speak of anything. */
function code(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
}

describe('determinism rules', () => {
  const files = sources(SRC);

  it('finds sources', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files.map((f) => [f.slice(SRC.length + 1), f]))('%s', (_name, path) => {
    const text = code(readFileSync(path, 'utf8'));
    const found = BANNED.filter(([pattern]) => pattern.test(text)).map(([, what]) => what);
    expect(found).toEqual([]);
  });

  it('sees an offence', () => {
    expect(BANNED.some(([pattern]) => pattern.test(code('const a = Math.sin(2); // fine')))).toBe(true);
    expect(BANNED.some(([pattern]) => pattern.test(code("const a = 'Math.sin'; // Math.sin")))).toBe(false);
  });

  it('sorts only with a comparison of its own', () => {
    for (const path of files) {
      const text = code(readFileSync(path, 'utf8'));
      // A bare sort() is allowed on strings from Object.keys and map keys only.
      for (const match of text.matchAll(/[^\n]*\.sort\(\)[^\n]*/g)) expect(match[0]).toMatch(/keys\(/);
    }
  });
});
