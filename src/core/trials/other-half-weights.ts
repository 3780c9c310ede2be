// Written by scripts/fit-successors.ts. Do not edit.
/** Weights of the question `work` fitted on the testing half: they judge the fitting half, and nothing else. */
export const OTHER_HALF_WEIGHTS = {
  candidate: { presence: 0.63121, onGround: 0.26041, onFiles: 0.093405, inFolder: 0.13576, beside: 0.151, lately: 0.1706 },
  nobody: { base: 0.15315, here: 0.39296 },
  errors: {
    presence: 0.008089,
    onGround: 0.014794,
    onFiles: 0.01143,
    inFolder: 0.013187,
    beside: 0.017776,
    lately: 0.014059,
    base: 0.0705,
    here: 0.024197,
  },
  provenance: {
    data: 'who worked on the files of people who stopped, and of people who did not: resque/resque, moment/moment, jashkenas/backbone, SFTtech/openage, janl/mustache.js, Respect/Validation, spotify/luigi, composer/composer, rails/rails, requirejs/requirejs, celluloid/celluloid, fog/fog, codemirror/CodeMirror, jquery/jquery, facebook/osquery, BVLC/caffe, bundler/bundler, facebook/presto, celery/celery, jquery/jquery-ui, excilys/androidannotations, bbatsov/rubocop, haml/haml, github/linguist, jadejs/jade, github/android, chef/chef, dropwizard/dropwizard, erikhuda/thor, boto/boto, diaspora/diaspora, ipython/ipython, bjorn/tiled, emberjs/ember.js',
    n: 47553,
    logLikelihood: -2.1846,
    fittedOn: '2026-11-21',
  },
} as const;
