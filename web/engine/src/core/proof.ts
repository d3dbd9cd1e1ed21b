/** What a proven game carries: the inputs that win each level, and what was measured on the way. */

export interface LevelProof {
  scene: number;
  status: 'proven' | 'not_proven';
  play_hash: string;
  /** Run-length inputs (core/rle.ts); empty when not proven. */
  inputs: string;
  ticks: number;
  final_hash: string;
}

export interface Proof {
  status: 'proven' | 'not_proven';
  certificate: { core_hash: string; config_hash: string; levels: LevelProof[] };
  /** Mean over levels of the noisy bot's wins. */
  bot_success_rate: number;
  levels: {
    scene: number;
    attempts: number;
    repairs: number;
    nodes: number;
    bot: { runs: number; wins: number };
    /** Share of runs the trivial bots win. */
    trivial: { idle: number; forward: number; random: number };
    fair: boolean;
  }[];
}
