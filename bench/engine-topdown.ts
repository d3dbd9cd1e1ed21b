/**
 * The top-down family over many seeds: proven, fair, how hard, how long it takes. Ratios are against the bare step loop of the same run.
 *
 *   npx rolldown bench/engine-topdown.ts --platform node -o /tmp/engine-topdown.mjs && node /tmp/engine-topdown.mjs [seeds] [ordinary|wild] [kind] [difficulty]
 */
import type { Config } from '../web/engine/src/core/types';
import { registerFamilies } from '../web/engine/src/families';
import { compileScene } from '../web/engine/src/core/scene';
import { compose, DEFAULT_EFFORT } from '../web/engine/src/prove/prove';
import { KINDS, ordinary, wild } from '../web/engine/test/topdown/skeleton';

registerFamilies();
const [seeds = '20', sort = 'ordinary', only = '', difficulty = ''] = process.argv.slice(2);

/** Milliseconds of processor time: on a shared machine the wall clock measures the neighbours. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function quantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

/** Idle steps of one level per second: the baseline. */
function bareRate(config: Config): number {
  const world = compileScene(config, 0);
  const state = world.family.init(world);
  const from = cpu();
  for (let i = 0; i < 20_000; i++) world.family.step(world, state, 0, null);
  return 20_000 / ((cpu() - from) / 1000);
}

for (const kind of KINDS) {
  if (only !== '' && only !== kind) continue;
  for (const d of ['easy', 'normal', 'hard'] as const) {
    if (difficulty !== '' && difficulty !== d) continue;
    if (sort === 'wild' && d !== 'normal') continue;
    const times: number[] = [];
    const rates: number[] = [];
    const ticks: number[] = [];
    let proven = 0;
    let games = 0;
    let levels = 0;
    let fair = 0;
    let trivial = 0;
    let attempts = 0;
    let bare = 0;
    const failed: number[] = [];
    for (let seed = 1; seed <= Number(seeds); seed++) {
      const skeleton = sort === 'wild' ? wild(kind, seed) : ordinary(kind, seed, d);
      const from = cpu();
      const config = compose(skeleton, undefined, DEFAULT_EFFORT);
      times.push(cpu() - from);
      const { proof } = config.game;
      games++;
      if (proof?.status === 'proven') proven++;
      else failed.push(seed);
      if (bare === 0) bare = bareRate(config);
      for (const level of proof?.levels ?? []) {
        levels++;
        attempts += level.attempts;
        if (level.fair) fair++;
        if (Math.max(level.trivial.idle, level.trivial.forward, level.trivial.random) > 0) trivial++;
        if (level.bot.runs > 0) rates.push(level.bot.wins / level.bot.runs);
      }
      for (const level of proof?.certificate.levels ?? []) ticks.push(level.ticks);
    }
    const mean = rates.reduce((a, b) => a + b, 0) / Math.max(1, rates.length);
    const median = quantile(times, 0.5);
    console.log(
      `${kind} ${sort === 'wild' ? 'wild' : d}: proven ${proven}/${games}, compose cpu ms median ${median.toFixed(0)} p95 ${quantile(times, 0.95).toFixed(0)} ` +
        `(= ${((median / 1000) * bare).toFixed(0)} bare steps), attempts ${(attempts / levels).toFixed(2)}, fair ${((fair / levels) * 100).toFixed(0)} %, ` +
        `noisy ${(mean * 100).toFixed(0)} % (p10 ${quantile(rates, 0.1)} p90 ${quantile(rates, 0.9)}), trivial wins ${trivial}, ` +
        `level s median ${(quantile(ticks, 0.5) / 60).toFixed(0)}${failed.length > 0 ? `, not proven: seeds ${failed.slice(0, 12).join(' ')}` : ''}`,
    );
  }
}
