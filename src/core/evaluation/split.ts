import { commitNamed } from '#core/evidence/restrict-history.ts';
import type { RawHistory } from '#core/evidence/raw-history.ts';

/** `fitting`: weights were fitted on it; `testing`: kept for figures only; `other`: never looked at while anything was fitted. */
export type Half = 'fitting' | 'testing' | 'other';

/** A public project, and a commit by which its history is known under whatever name somebody cloned it. */
export interface FrozenProject {
  readonly name: string;
  readonly commit: string;
  readonly half: Half;
}

/**
 * The frozen split of the twenty repositories of data/truck_factor_published.csv (columns `repo_now`, `commit`): sorted by the SHA-256 of
 * `owner/name`, the first ten fit and the other ten test. Decided before any figure was computed; a test recomputes it. Two further
 * projects are read for fitting only.
 */
export const SPLIT: readonly FrozenProject[] = [
  { name: 'Seldaek/monolog', commit: 'bba433ac380c47523fab495a1322368381df0996', half: 'fitting' },
  { name: 'gruntjs/grunt', commit: 'f290002eb3cede1004dbaf783d2b7b19f5d61bd4', half: 'fitting' },
  { name: 'ansible/ansible', commit: '68c99a12b34d9509defd928737cb8195a23e7f86', half: 'fitting' },
  { name: 'less/less.js', commit: '95441fa50124f4e6160a55b3dc5e192c2bdb7a8c', half: 'fitting' },
  { name: 'dropwizard/metrics', commit: 'b22b8da49f735e7c43902583519e28695db0a9b7', half: 'fitting' },
  { name: 'clojure/clojure', commit: '1242c4878f3d4ef30535a22f6c74144637504fbe', half: 'fitting' },
  { name: 'fzaninotto/Faker', commit: '2495d3361ac1e9fc15608a1b33ec2dd41c56b2dc', half: 'fitting' },
  { name: 'expressjs/express', commit: 'f6ec710534e2944cc2c631cf71f63095ff30581c', half: 'fitting' },
  { name: 'powerline/powerline', commit: 'd797a25fa8329f8be79aa0fc650ffb511ea90f5b', half: 'fitting' },
  { name: 'thoughtbot/paperclip', commit: 'ea1fc3c89743192d8ad906ecb4ced99bb1497957', half: 'fitting' },
  { name: 'resque/resque', commit: '68b43a3a01006abb0aabf0d564967f546ec1e134', half: 'testing' },
  { name: 'moment/moment', commit: '78a53b8cb53e967c6dac2e7325e18da2a472fc2d', half: 'testing' },
  { name: 'jashkenas/backbone', commit: 'e109f6d3e7a366f933f1f34405ca97effecae6c5', half: 'testing' },
  { name: 'SFTtech/openage', commit: '902049c033584ba885932e2555dd6ce5ecd884f9', half: 'testing' },
  { name: 'janl/mustache.js', commit: 'd4ba5a19d4d04b139bbf7840fe342bb43930aee3', half: 'testing' },
  { name: 'Respect/Validation', commit: '5c6f736937cb4f78fab528536e3409ca65b42c25', half: 'testing' },
  { name: 'spotify/luigi', commit: '0abe27e5c6be616e107745b48dff8939815da73c', half: 'testing' },
  { name: 'composer/composer', commit: 'e5985a9b559747a5f3868361ff26c31818d8c184', half: 'testing' },
  { name: 'rails/rails', commit: '38218929e9b3205a2a731660b3c5527937e1c015', half: 'testing' },
  { name: 'requirejs/requirejs', commit: '356dcd81f9982a01e6b27b4fe3a9b5494379e52a', half: 'testing' },
  { name: 'fastify/fastify', commit: '050ede23986f7d2885fbfe47cacab9ecc3e8d9b1', half: 'fitting' },
  { name: 'golang/tools', commit: 'f61fbb80d2fc0f581f66365e8907f07a4d7506b0', half: 'fitting' },
];

/** Where a history stands in the split: by the commits that it holds. */
export function splitOf(history: RawHistory): Half {
  return SPLIT.find(({ commit }) => commitNamed(history, commit) !== undefined)?.half ?? 'other';
}
