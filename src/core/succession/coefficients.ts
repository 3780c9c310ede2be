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
    candidate: { presence: 0.69082, onGround: 0.24171, onFiles: 0.11981, inFolder: 0.13242, beside: 0.14864, lately: 0.12404 },
    nobody: { base: -0.32719, here: 0.49749 },
    errors: {
      presence: 0.0099953,
      onGround: 0.017104,
      onFiles: 0.013987,
      inFolder: 0.0158,
      beside: 0.020034,
      lately: 0.017109,
      base: 0.082889,
      here: 0.029315,
    },
    provenance: {
      data: 'who worked on the files of people who stopped, and of people who did not: Seldaek/monolog, gruntjs/grunt, ansible/ansible, less/less.js, dropwizard/metrics, clojure/clojure, fzaninotto/Faker, expressjs/express, powerline/powerline, thoughtbot/paperclip, fastify/fastify, golang/tools, driftyco/ionic, activeadmin/activeadmin, atom/atom-shell, bup/bup, alexreisner/geocoder, bumptech/glide, cucumber/cucumber, Eugeny/ajenti, divio/django-cms, ajaxorg/ace, JohnLangford/vowpal_wabbit, FriendsOfPHP/PHP-CS-Fixer, justinfrench/formtastic, elasticsearch/logstash, jekyll/jekyll, jnicklas/capybara',
      n: 32900,
      logLikelihood: -2.079,
      fittedOn: '2026-11-21',
    },
  },
} as const;
