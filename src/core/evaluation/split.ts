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
 * projects are read for fitting only. Then forty further systems of the same published study, chosen by the rule that
 * docs/decisions/0014-two-questions-of-succession.md wrote down beforehand: sorted in the same way, the first sixteen fit and the other
 * twenty-four test. Their commit is the last of the main line before 2015-02-26, or the first where the history begins later.
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
  { name: 'driftyco/ionic', commit: '30f8a5e65cae19c8bd45606e8238d7f0bc005b7d', half: 'fitting' },
  { name: 'activeadmin/activeadmin', commit: 'a0bf8da21b7a6f37e1ad28790187e0244a0d5466', half: 'fitting' },
  { name: 'atom/atom-shell', commit: '0c99f3baa6be3224504fc0c5101a1e8de1b03c58', half: 'fitting' },
  { name: 'bup/bup', commit: 'b27758e1ac79a11edf504ea94e21bd8160fa4974', half: 'fitting' },
  { name: 'alexreisner/geocoder', commit: '90e2ef1c82685c3a16bffb2c42e97bc210922f1b', half: 'fitting' },
  { name: 'bumptech/glide', commit: '34474ac18b45ec5baba1e1e9e29a330ee921845b', half: 'fitting' },
  { name: 'cucumber/cucumber', commit: 'd2389bc9dc7add29d41e48c06938932d2b1d4cf5', half: 'fitting' },
  { name: 'Eugeny/ajenti', commit: '09496c82b9dbf14c7a6cc7af98f0114447bb40e1', half: 'fitting' },
  { name: 'divio/django-cms', commit: '98e16dbf52e19807d89542f01181be3c7f713647', half: 'fitting' },
  { name: 'ajaxorg/ace', commit: 'bed3a18d491d2ec848f4849e46dae1190147674e', half: 'fitting' },
  { name: 'JohnLangford/vowpal_wabbit', commit: '1be940ea7d8ff198ee34d3cf6717a468db478d4b', half: 'fitting' },
  { name: 'FriendsOfPHP/PHP-CS-Fixer', commit: 'a24717350ed4a34443f17e943c50907f67e59015', half: 'fitting' },
  { name: 'justinfrench/formtastic', commit: '0de7941dfd37c1391452320696be7516a8782d9c', half: 'fitting' },
  { name: 'elasticsearch/logstash', commit: '10bef6cc29d16ed82dc3dca5789b208ffc329da8', half: 'fitting' },
  { name: 'jekyll/jekyll', commit: '03d21b0cd1eb8111620eebc05cea067541c9bdf6', half: 'fitting' },
  { name: 'jnicklas/capybara', commit: '0355c9a1c063f29fa6c198548aecf8a13f076f11', half: 'fitting' },
  { name: 'celluloid/celluloid', commit: '6a5c9cd5791306e6c09afbb9be1e8a2d5512204d', half: 'testing' },
  { name: 'fog/fog', commit: '345e555e6248adab6d0ae8c505c2812322727058', half: 'testing' },
  { name: 'codemirror/CodeMirror', commit: '3a408884dd5e3f86bfbd4bf1f597aad397155cae', half: 'testing' },
  { name: 'jquery/jquery', commit: '2380028ec4a6a77401b867a51de26a3cb8e8d311', half: 'testing' },
  { name: 'facebook/osquery', commit: 'b9dbcb254584a52282c105a139025c2f2ac8dcd5', half: 'testing' },
  { name: 'BVLC/caffe', commit: 'b9aa166526cdfec7dcb83fd6fce342cd8c6c3153', half: 'testing' },
  { name: 'bundler/bundler', commit: '516d54839f202737dbb1b5e4cbe68198ac3715e9', half: 'testing' },
  { name: 'facebook/presto', commit: '83736ac7e6e5483ca2be41b9684975ab4376a76c', half: 'testing' },
  { name: 'celery/celery', commit: '63f6c9826f22bc2757b4b7674b15838d4554c7f2', half: 'testing' },
  { name: 'jquery/jquery-ui', commit: 'c4e367bb31c21d7c8b2701c626a92a2f13be5af4', half: 'testing' },
  { name: 'excilys/androidannotations', commit: '5ff1a1920e9b7b778b2cd116b070ad7b9ce835c2', half: 'testing' },
  { name: 'bbatsov/rubocop', commit: '7c1c28e153168cf379c8b6e71119230be096d625', half: 'testing' },
  { name: 'haml/haml', commit: '8749bf5b12e824a13bf14de8773491c924fa7f6f', half: 'testing' },
  { name: 'github/linguist', commit: '739b512ceef87f1255a2acb20e850e80f6d5f602', half: 'testing' },
  { name: 'jadejs/jade', commit: 'a15ae6bb5795a5d33879db2c94aa26fbd5682b6f', half: 'testing' },
  { name: 'github/android', commit: '59b0c285f165904ee4f944177ec89f92ee51929d', half: 'testing' },
  { name: 'chef/chef', commit: 'a462a5237230d36ab1d889ccf70c579f6adc2972', half: 'testing' },
  { name: 'dropwizard/dropwizard', commit: '0e1645a74c5b2462e1dc09254e04b1219190cebb', half: 'testing' },
  { name: 'erikhuda/thor', commit: '53b3fc89ce750258e19c53b1a99b32dd5941451a', half: 'testing' },
  { name: 'boto/boto', commit: 'edfa222f35105071e5ea9a2e2e715dc541c11d1c', half: 'testing' },
  { name: 'diaspora/diaspora', commit: '3a0857b4bfd4e021d304c164be731eca5a5a7346', half: 'testing' },
  { name: 'ipython/ipython', commit: '39ae02765075cc7f56fdd9f14b46383f8865b8e6', half: 'testing' },
  { name: 'bjorn/tiled', commit: '3ab6b483c0c78001e4b6672a7a1297c3c548cb9c', half: 'testing' },
  { name: 'emberjs/ember.js', commit: '5d853cefaec16a58af72f380bbc927474eb88c63', half: 'testing' },
];

/** Where a history stands in the split: by the commits that it holds. */
export function splitOf(history: RawHistory): Half {
  return SPLIT.find(({ commit }) => commitNamed(history, commit) !== undefined)?.half ?? 'other';
}
