/** Anybody can check a certificate: replay the inputs, compare the end. */
import { decodeInputs } from '../core/rle';
import { compileScene, gameplayScenes, playHash } from '../core/scene';
import type { Config, Proof } from '../core/types';
import { CORE_HASH } from '../version';
import { run } from './run';

export interface VerifiedLevel {
  scene: number;
  ok: boolean;
  /** Why not; empty when ok. */
  reason: string;
  ticks: number;
  final_hash: string;
}

export interface Verification {
  ok: boolean;
  /** Whether the certificate was made by this very core; replay is decisive either way. */
  same_core: boolean;
  levels: VerifiedLevel[];
}

export function verify(config: Config, proof: Proof | undefined = config.game.proof): Verification {
  if (proof === undefined) return { ok: false, same_core: false, levels: [] };
  const levels = gameplayScenes(config).map((scene): VerifiedLevel => {
    const claimed = proof.certificate.levels.find((l) => l.scene === scene);
    const failed = (reason: string, ticks = 0, final_hash = ''): VerifiedLevel => ({ scene, ok: false, reason, ticks, final_hash });
    if (claimed === undefined) return failed('the certificate does not speak of this level');
    if (claimed.status !== 'proven') return failed('the level is not proven');
    if (claimed.play_hash !== playHash(config, scene)) return failed('the level or its rules changed since it was proven');
    const inputs = decodeInputs(claimed.inputs);
    const result = run(compileScene(config, scene), inputs);
    if (result.status !== 'won')
      return failed(`the replay ended '${result.status}' after ${result.ticks} ticks`, result.ticks, result.final_hash);
    if (result.final_hash !== claimed.final_hash)
      return failed('the replay won, but in another final state', result.ticks, result.final_hash);
    return { scene, ok: true, reason: '', ticks: result.ticks, final_hash: result.final_hash };
  });
  return { ok: levels.length > 0 && levels.every((l) => l.ok), same_core: proof.certificate.core_hash === CORE_HASH, levels };
}
