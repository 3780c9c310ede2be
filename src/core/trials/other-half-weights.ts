// Written by scripts/fit-successors.ts. Do not edit.
/** Weights of the question `work` fitted on the testing half: they judge the fitting half, and nothing else. */
export const OTHER_HALF_WEIGHTS = {
  candidate: { presence: 0.67591, onGround: 0.44779, onFiles: 0.12751, beside: 0.40646, load: -0.11851, organisation: -2.3552 },
  nobody: { base: 0.33544, here: 0.11382 },
  errors: {
    presence: 0.014614,
    onGround: 0.032512,
    onFiles: 0.024198,
    beside: 0.03676,
    load: 0.055585,
    organisation: 0.83982,
    base: 0.20767,
    here: 0.039801,
  },
  provenance: {
    data: 'who worked on the files of people who stopped, and of people who did not: resque/resque, moment/moment, jashkenas/backbone, SFTtech/openage, janl/mustache.js, Respect/Validation, spotify/luigi, composer/composer, rails/rails, requirejs/requirejs',
    n: 11161,
    logLikelihood: -2.2866,
    fittedOn: '2026-11-21',
  },
} as const;
