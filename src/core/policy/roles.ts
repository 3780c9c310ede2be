/** What something seen may be about. */
export const TOPICS = {
  areas: 'areas of the system, and the whole',
  paths: 'one file or folder',
  self: 'the person who asks',
  person: 'another person, or a stated group',
  shared: 'a transfer or session that the one who asks takes part in',
  helpers: 'people who agreed to be asked about an area',
  signals: 'patterns in how the work of one team goes',
  teams: 'sums over two teams or more',
  transfers: 'plans, transfers, drills and debriefs',
  identities: 'which spellings are one person',
  method: 'how figures are defined, how often they are right, what is agreed',
  settings: 'sources, configuration and accounts',
  ownLog: 'who looked at the person who asks',
  log: 'who looked at whom',
  evidence: 'the whole evidence, act by act',
  opened: 'names of those who carry an area, opened by four eyes',
} as const;
export type Topic = keyof typeof TOPICS;

/**
 * How much is seen, from least to most. `sums`: figures over groups that keep the floor. `words`: that something is, without
 * a figure. `roles`: figures of areas, people as roles. `everything`: names and figures.
 */
export const SIGHTS = ['nothing', 'sums', 'words', 'roles', 'everything'] as const;
export type Sight = (typeof SIGHTS)[number];

export const RIGHTS = [
  'ask',
  'raise',
  'join',
  'decline',
  'annotate',
  'export own',
  'keep areas',
  'facilitate',
  'attest',
  'configure',
  'ask for names',
  'agree to names',
] as const;
export type Right = (typeof RIGHTS)[number];

export interface RoleRecord {
  readonly label: string;
  /** What is not listed is not seen. */
  readonly sees: Readonly<Partial<Record<Topic, Sight>>>;
  readonly may: readonly Right[];
  /** Only where they are not a subject themselves. */
  readonly uninvolved?: boolean;
}

/** Everybody sees themself, and how figures come about. */
const ONESELF = { self: 'everything', ownLog: 'everything', shared: 'words', method: 'everything' } as const;
const NOT_A_PERSON = { method: 'everything' } as const;

/** Who may see what outside of solo. The works agreement, the guide and the decision (sight-of.ts) are all made from this table. */
export const ROLES = {
  member: {
    label: 'Member',
    sees: { ...ONESELF, areas: 'roles', paths: 'roles', helpers: 'words' },
    may: ['ask', 'raise', 'join', 'decline', 'annotate', 'export own', 'attest', 'ask for names'],
  },
  steward: {
    label: 'Area steward',
    sees: { ...ONESELF, areas: 'roles', paths: 'roles', transfers: 'words' },
    may: ['ask', 'keep areas', 'ask for names'],
  },
  facilitator: { label: 'Facilitator', sees: { ...ONESELF, transfers: 'words' }, may: ['facilitate'], uninvolved: true },
  lead: {
    label: 'Team lead',
    sees: { ...ONESELF, areas: 'roles', paths: 'roles', signals: 'roles' },
    may: ['ask', 'raise', 'ask for names'],
  },
  sponsor: { label: 'Sponsor', sees: { ...ONESELF, teams: 'sums' }, may: ['ask'] },
  administrator: { label: 'Administrator', sees: { ...ONESELF, settings: 'everything' }, may: ['configure'] },
  council: {
    label: 'Works council, auditor',
    sees: { ...NOT_A_PERSON, log: 'everything', settings: 'words' },
    may: ['ask', 'agree to names'],
  },
  agent: { label: 'Agent, service', sees: { ...NOT_A_PERSON, areas: 'roles' }, may: ['ask'] },
} as const satisfies Readonly<Record<string, RoleRecord>>;
export type Role = keyof typeof ROLES;

/** In council mode nobody sees more than this of a topic, whatever role they hold; what is not listed stays as it is. */
export const COUNCIL_AT_MOST: Readonly<Partial<Record<Topic, Sight>>> = { paths: 'nothing', helpers: 'nothing', signals: 'nothing' };

/** What no role may ever see outside of solo; a table that says otherwise is overruled. */
export const NEVER_OUTSIDE_SOLO: readonly Topic[] = ['person', 'evidence', 'identities'];
