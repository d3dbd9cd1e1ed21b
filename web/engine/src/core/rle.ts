/** Run-length text of an input sequence: runs joined by '.', each `input[-length]` in base 36, length 1 left out. */
import { INPUT_LIMIT } from './input';

/** Ten minutes at 60 Hz: longer certificates are refused. */
export const MAX_TICKS = 36_000;

export function encodeInputs(inputs: readonly number[]): string {
  const runs: string[] = [];
  for (let i = 0; i < inputs.length; ) {
    const value = inputs[i] as number;
    let j = i + 1;
    while (j < inputs.length && inputs[j] === value) j++;
    runs.push(j - i === 1 ? value.toString(36) : `${value.toString(36)}-${(j - i).toString(36)}`);
    i = j;
  }
  return runs.join('.');
}

export function decodeInputs(text: string): number[] {
  const inputs: number[] = [];
  if (text === '') return inputs;
  for (const run of text.split('.')) {
    const match = /^([0-9a-z]{1,2})(?:-([0-9a-z]{1,4}))?$/.exec(run);
    if (match === null) throw new Error(`inputs: '${run}' is not a run`);
    const value = Number.parseInt(match[1] as string, 36);
    const length = match[2] === undefined ? 1 : Number.parseInt(match[2], 36);
    if (value >= INPUT_LIMIT) throw new Error(`inputs: ${value} is not an input (0-${INPUT_LIMIT - 1})`);
    if (length < 1 || inputs.length + length > MAX_TICKS) throw new Error(`inputs: more than ${MAX_TICKS} ticks`);
    for (let i = 0; i < length; i++) inputs.push(value);
  }
  return inputs;
}
