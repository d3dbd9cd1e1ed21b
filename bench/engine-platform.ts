/**
 * The side-view kinds over many seeds: how many are proven, what the proof costs, how hard the levels are, who else wins them.
 *
 *   npx rolldown bench/engine-platform.ts --format esm --platform node --file /tmp/engine-platform.mjs
 *   node /tmp/engine-platform.mjs [seeds=20] [kinds] [difficulties] [--plot docs/guide/levels.svg]
 *
 * Times are milliseconds of the processor, which other work beside lengthens less than the clock's, and also given as ratios to a bare
 * loop of integer additions in the same run.
 */
import { writeFileSync } from 'node:fs';
import { sceneInput } from '../web/engine/src/core/scene';
import type { Difficulty } from '../web/engine/src/core/types';
import { familyOf } from '../web/engine/src/core/registry';
import { registerFamilies } from '../web/engine/src/families';
import { compose, DEFAULT_EFFORT } from '../web/engine/src/prove/prove';
import { sample } from '../web/engine/test/samples';

registerFamilies();

const args = process.argv.slice(2);
const plotAt = args.indexOf('--plot');
const plot = plotAt >= 0 ? args[plotAt + 1] : undefined;
const plain = plotAt >= 0 ? args.slice(0, plotAt) : args;
const seeds = Number(plain[0] ?? 20);
const kinds = (plain[1] ?? 'platformer,infinite-jumper,flappy-clone').split(',');
const difficulties = (plain[2] ?? 'normal').split(',') as Difficulty[];

/** Milliseconds of processor time so far. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of ten million additions: the unit of the ratios. */
function bareLoop(): number {
  const t = now();
  let x = 0;
  for (let i = 0; i < 10_000_000; i++) x = (x + i) | 0;
  return now() - t + (x === 1 ? 1 : 0);
}

function quantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

function row(kind: string, difficulty: Difficulty): string {
  const family = familyOf(kind);
  const times: number[] = [];
  const solves: number[] = [];
  const rates: number[] = [];
  let proven = 0;
  let levels = 0;
  let fair = 0;
  let attempts = 0;
  let trivial = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    let t = now();
    const config = compose(sample(kind, { seed, design: { difficulty } }), undefined, DEFAULT_EFFORT);
    times.push(now() - t);
    const proof = config.game.proof;
    if (proof?.status === 'proven') proven++;
    for (const l of proof?.levels ?? []) {
      levels++;
      attempts += l.attempts;
      if (l.fair) fair++;
      rates.push(l.bot.wins / Math.max(1, l.bot.runs));
      trivial += (l.trivial.idle + l.trivial.forward + l.trivial.random) / 3;
      const world = family.compile(sceneInput(config, l.scene));
      t = now();
      family.solve(world, DEFAULT_EFFORT.budget);
      solves.push(now() - t);
    }
  }
  const unit = bareLoop();
  const ms = (v: number): string => `${v.toFixed(0)} (${(v / unit).toFixed(1)}x)`;
  const cells = [
    kind,
    difficulty,
    `${((100 * proven) / seeds).toFixed(1)} %`,
    ms(quantile(solves, 0.5)),
    ms(quantile(times, 0.5)),
    ms(quantile(times, 0.95)),
    (attempts / levels).toFixed(2),
    `${quantile(rates, 0.1).toFixed(2)} / ${quantile(rates, 0.5).toFixed(2)} / ${quantile(rates, 0.9).toFixed(2)}`,
    `${((100 * fair) / levels).toFixed(0)} %`,
    `${((100 * trivial) / levels).toFixed(1)} %`,
  ];
  return `| ${cells.join(' | ')} |`;
}

console.log('| kind | difficulty | proven | solve ms, p50 | compose 3 levels ms, p50 | p95 | attempts | noisy bot p10/p50/p90 | fair | trivial wins |');
console.log('|---|---|---|---|---|---|---|---|---|---|');
for (const kind of kinds) for (const difficulty of difficulties) console.log(row(kind, difficulty));

/** Linearity against leniency, one dot a level, one panel a kind: first layouts, no proof, so that the generator is what is seen. */
function expressiveRange(path: string): void {
  const size = 200;
  const colours = ['#2f6f8f', '#c2452d', '#6a8f2f'];
  let svg = '';
  kinds.forEach((kind, k) => {
    const family = familyOf(kind);
    const x0 = 50 + k * (size + 50);
    svg += `<rect x="${x0}" y="30" width="${size}" height="${size}" fill="none" stroke="#999"/>`;
    svg += `<text x="${x0}" y="22">${kind}</text><text x="${x0 + size / 2 - 25}" y="${size + 48}">linearity</text>`;
    for (let seed = 1; seed <= 200; seed++) {
      const config = sample(kind, { seed });
      const { design } = config.game;
      const entities = family.complete(kind, design, config.entities);
      const rules = family.rules(kind, design, {});
      config.scenes.forEach((scene, index) => {
        const request = { kind, design, rules, entities, index, count: 3, tension: 0, seed: Number(scene.properties.seed), attempt: 0 };
        const level = family.compose({ ...request, theme: {} } as Parameters<typeof family.compose>[0]);
        const m = family.metrics({ kind, design, rules, entities, level });
        const x = (x0 + m.linearity * size).toFixed(1);
        const y = (30 + (1 - m.leniency) * size).toFixed(1);
        svg += `<circle cx="${x}" cy="${y}" r="${(1.5 + 2 * m.density).toFixed(1)}" fill="${colours[index]}" fill-opacity="0.45"/>`;
      });
    }
  });
  const width = 50 + kinds.length * (size + 50);
  const label = `<text x="20" y="${30 + size / 2 + 25}" transform="rotate(-90 20 ${30 + size / 2 + 25})">leniency</text>`;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${size + 60}" font-family="sans-serif" font-size="12">`;
  writeFileSync(path, `${open}<rect width="100%" height="100%" fill="#fff"/>${label}${svg}</svg>\n`);
  console.log(`expressive range: ${path}`);
}

if (plot !== undefined) expressiveRange(plot);
