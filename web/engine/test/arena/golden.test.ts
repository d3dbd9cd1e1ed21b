import { describe, expect, it } from 'vitest';
import { decodeInputs } from '../../src/core/rle';
import { run } from '../../src/prove/run';
import { worldOf } from './stage';

/**
 * Recorded games: a fixed stage, fixed keys, the state's hash every 300 ticks. They change only when the simulation or the composer does,
 * and then on purpose: certificates made before no longer hold.
 */
const KEYS = decodeInputs('0-1e.g-28.k-p.o-p.g-1e.i-p.l-p.0-p.w.0-j.q-p.h-28.4-1e.8-1e.g-1e.0-9.g-3.2-j.g-2s.1-j.8-j.4-j.g-2s');

const RECORDED = {
  'space-shooter': ['playing', 868, ['c6112cd23f9c2c97', '0114aff86894c187'], '11e0bee31e423854'],
  'horde-survivors': ['playing', 868, ['8c60b46884f68337', 'b235cb740822ebbb'], '2e8f354c4dca70f5'],
} as const;

describe('recorded games', () => {
  it.each(['space-shooter', 'horde-survivors'] as const)('%s plays as it was recorded', (kind) => {
    const result = run(worldOf(kind, { seed: 2024, index: 1 }), KEYS, 300);
    expect([result.status, result.ticks, result.hashes, result.final_hash]).toEqual(RECORDED[kind]);
  });
});
