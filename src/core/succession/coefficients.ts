// Written by scripts/fit-successors.ts. Do not edit.
/** The fitted weights of rank-successors.ts on log-odds, their standard errors, and what they rest on. */
export const SUCCESSOR_COEFFICIENTS = {
  handover: {
    candidate: { silence: -0.68785, load: -3.6506, organisation: 8.8553, together: 1.0881, kinship: 8.7952 },
    nobody: { base: 19.377, here: 0 },
    errors: { silence: 0.13261, load: 0.87157, organisation: 2.0073, together: 0.33475, kinship: 0.86497, base: 3.8637 },
    provenance: {
      data: 'hand-overs that u-boot/u-boot wrote down',
      n: 111,
      sha256: 'd710b0caa250a068bc226b8bc692729c037c578b0a5f9b0e5352ada6fe824ca8',
      logLikelihood: -2.7632,
      fittedOn: '2026-11-21',
    },
  },
  work: {
    candidate: { presence: 0.7573, onGround: 0.39531, onFiles: 0.19679, beside: 0.22573, load: -0.184, organisation: 2.4818 },
    nobody: { base: -0.15062, here: 0.44053 },
    errors: {
      presence: 0.015591,
      onGround: 0.026273,
      onFiles: 0.022304,
      beside: 0.030116,
      load: 0.051549,
      organisation: 0.39942,
      base: 0.203,
      here: 0.039622,
    },
    provenance: {
      data: 'who worked on the files of people who stopped, and of people who did not: Seldaek/monolog, gruntjs/grunt, ansible/ansible, less/less.js, dropwizard/metrics, clojure/clojure, fzaninotto/Faker, expressjs/express, powerline/powerline, thoughtbot/paperclip, fastify/fastify, golang/tools',
      n: 12251,
      logLikelihood: -2.2994,
      fittedOn: '2026-11-21',
    },
  },
} as const;
