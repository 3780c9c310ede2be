/**
 * The frozen split of the twenty repositories of data/truck_factor_published.csv (column `repo_now`): sorted by the SHA-256 of
 * `owner/name`, the first ten fit and the other ten test. Decided before any figure was computed; a test recomputes it.
 */
export const FITTING_PROJECTS: readonly string[] = [
  'Seldaek/monolog',
  'gruntjs/grunt',
  'ansible/ansible',
  'less/less.js',
  'dropwizard/metrics',
  'clojure/clojure',
  'fzaninotto/Faker',
  'expressjs/express',
  'powerline/powerline',
  'thoughtbot/paperclip',
];

export const TESTING_PROJECTS: readonly string[] = [
  'resque/resque',
  'moment/moment',
  'jashkenas/backbone',
  'SFTtech/openage',
  'janl/mustache.js',
  'Respect/Validation',
  'spotify/luigi',
  'composer/composer',
  'rails/rails',
  'requirejs/requirejs',
];
