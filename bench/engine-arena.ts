/**
 * Arena kinds over many seeds: how many are proven and fair, what composing costs, how fast a tick is.
 *
 *   npx rolldown bench/engine-arena.ts --platform node -o /tmp/engine-arena.mjs && node /tmp/engine-arena.mjs [seeds = 10] [kind] [difficulty]
 *
 * Times are CPU milliseconds of this process. Ticks a second are given as a share of a bare loop over as many ints as a state has, run beside it.
 */
import type { Config, Difficulty } from '../web/engine/src/core/types';
import { registerFamilies } from '../web/engine/src/families';
import { call as engineCall } from '../web/engine/src/protocol';

registerFamilies();
const seeds = Number(process.argv[2] || 10);
const kinds = process.argv[3] ? [process.argv[3]] : ['space-shooter', 'horde-survivors'];
const difficulties = (process.argv[4] ? [process.argv[4]] : ['easy', 'normal', 'hard']) as Difficulty[];

const CASTS: [string, string?][][] = [
  [['bat', 'fly'], ['gunner', 'shoot'], ['rammer', 'charge']],
  [['ghost', 'chase']],
  [['bee', 'swarm'], ['frog', 'hop'], ['knight', 'guard'], ['drone', 'patrol']],
  [],
  [['alien'], ['saucer']],
  [['slime', 'hop'], ['wisp', 'wander']],
];

function config(kind: string, difficulty: Difficulty, seed: number): unknown {
  const cast = CASTS[seed % CASTS.length] ?? [];
  const enemies = cast.map(([type, ai_behavior]) => ({ type, ...(ai_behavior ? { ai_behavior } : {}), properties: { role: 'enemy' } }));
  const rocks = cast.length === 0 && seed % 2 === 1 ? [{ type: 'boulder', properties: { role: 'hazard' } }] : [];
  return {
    schema_version: '1.0',
    game: { title: 'Bench', kind, seed: 9000 + seed, design: { difficulty } },
    entities: [{ type: 'hero', properties: { role: 'hero' } }, ...enemies, ...rocks],
    scenes: [0, 1, 2].map((i) => ({ name: `Stage ${i + 1}`, type: 'gameplay', properties: {} })),
  };
}

function call<T>(request: { op: string; [key: string]: unknown }): T {
  const answer = JSON.parse(engineCall(JSON.stringify(request)));
  if (!answer.ok) throw new Error(`${request.op}: ${answer.error.message}`);
  return answer.result as T;
}

function cpu<T>(work: () => T): [T, number] {
  const before = process.cpuUsage();
  const result = work();
  const used = process.cpuUsage(before);
  return [result, (used.user + used.system) / 1000];
}

function quantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** A loop that reads and writes each int of a state once: what a tick could cost at best. */
function bareLoop(ints: number, ticks: number): number {
  const state = new Int32Array(ints);
  for (let t = 0; t < ticks; t++) for (let i = 0; i < ints; i++) state[i] = ((state[i] as number) + 1) | 0;
  return state[0] as number;
}

const head = 'kind            difficulty  proven   fair  trivial  noisy  attempts  cpu ms median  p95   kticks/s  of bare loop';
console.log(head);
for (const kind of kinds) {
  for (const difficulty of difficulties) {
    const ms: number[] = [];
    let levels = 0;
    let proven = 0;
    let fair = 0;
    let trivial = 0;
    let attempts = 0;
    let noisy = 0;
    let ticks = 0;
    let stepping = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const [{ config: made }, spent] = cpu(() => call<{ config: Config }>({ op: 'compose', config: config(kind, difficulty, seed) }));
      ms.push(spent);
      const { proof } = made.game;
      if (proof === undefined) throw new Error('compose wrote no proof');
      proof.levels.forEach((level, i) => {
        const certificate = proof.certificate.levels[i];
        if (certificate === undefined) throw new Error('a level without a certificate entry');
        levels++;
        if (certificate.status === 'proven') proven++;
        if (level.fair) fair++;
        if (Math.max(level.trivial.idle, level.trivial.forward, level.trivial.random) > 0) trivial++;
        attempts += level.attempts;
        noisy += level.bot.runs > 0 ? level.bot.wins / level.bot.runs : 0;
        if (certificate.status !== 'proven') return;
        const [played, time] = cpu(() => call<{ ticks: number }>({ op: 'simulate', config: made, scene: certificate.scene, inputs: certificate.inputs }));
        ticks += played.ticks;
        stepping += time;
      });
    }
    const bareTicks = 20_000;
    bareLoop(4000, bareTicks);
    const [, bare] = cpu(() => bareLoop(4000, bareTicks));
    const rate = ticks / stepping;
    const share = rate / (bareTicks / bare);
    const percent = (n: number): string => `${((100 * n) / levels).toFixed(1)}%`;
    console.log(
      [
        kind.padEnd(16),
        difficulty.padEnd(10),
        percent(proven).padStart(8),
        percent(fair).padStart(6),
        percent(trivial).padStart(8),
        (noisy / levels).toFixed(2).padStart(6),
        (attempts / levels).toFixed(2).padStart(9),
        quantile(ms, 0.5).toFixed(0).padStart(14),
        quantile(ms, 0.95).toFixed(0).padStart(6),
        rate.toFixed(0).padStart(10),
        share.toFixed(3).padStart(13),
      ].join(' '),
    );
  }
}
