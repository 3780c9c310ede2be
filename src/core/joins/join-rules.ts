/** What is joined with what. */
export const JOIN_KINDS = {
  person: 'a name, an address or an account of a source with a person',
  repository: 'a repository as a source calls it with one that is read here',
  area: 'a service, a schedule, a channel or an entry of a catalog with an area',
  runbook: 'an alert with the document that says what to do',
  team: 'a team of one source, or a calendar, with a team of another',
} as const;
export type JoinKind = keyof typeof JOIN_KINDS;

/**
 * Why two things may be one. A guess of IN_FORCE_FROM or more is used until somebody says otherwise; what is less sure is only suggested.
 * The figures are ours: they order guesses, and nothing is multiplied with them.
 */
export const JOIN_RULES = {
  said: { kind: 'any', confidence: 1, reason: 'Somebody who knows has said so.' },
  'same account': { kind: 'person', confidence: 0.97, reason: 'They commit with the no-reply address of this account.' },
  declared: { kind: 'any', confidence: 0.95, reason: 'The source itself says that both are the same.' },
  'same e-mail': { kind: 'person', confidence: 0.95, reason: 'The source gives an address that they commit with.' },
  'same e-mail elsewhere': { kind: 'person', confidence: 0.95, reason: 'Two sources give the same address.' },
  'same name, same work': {
    kind: 'person',
    confidence: 0.9,
    reason: 'The full name is the same, and a change opened under this account became a commit of theirs.',
  },
  'same name, same login': {
    kind: 'person',
    confidence: 0.85,
    reason: 'The full name is the same, and the account is called like one of their addresses.',
  },
  'same name, same house': { kind: 'person', confidence: 0.8, reason: 'The full name is the same, and the addresses belong to one house.' },
  'same name, same place': {
    kind: 'person',
    confidence: 0.75,
    reason: 'The full name is the same, nobody else bears it, and both work on the same repository.',
  },
  'same full name': { kind: 'person', confidence: 0.5, reason: 'The full name is the same; nothing else says so.' },
  'same login': { kind: 'person', confidence: 0.45, reason: 'The account is called like one of their addresses.' },
  'similar name': { kind: 'person', confidence: 0.4, reason: 'The names are alike.' },
  'same address': { kind: 'repository', confidence: 0.98, reason: 'It is read from this very address.' },
  'same last name': { kind: 'repository', confidence: 0.7, reason: 'One repository is called so there, and one here.' },
  'its folder': { kind: 'area', confidence: 0.9, reason: 'The catalog says in which folder of which repository it is.' },
  'its repository': { kind: 'area', confidence: 0.9, reason: 'The catalog says which repository it is.' },
  'called like the area': { kind: 'area', confidence: 0.8, reason: 'It is called like the area.' },
  'called like the repository': { kind: 'area', confidence: 0.75, reason: 'It is called like the repository.' },
  'called like another': { kind: 'area', confidence: 0.75, reason: 'Two sources call it the same.' },
  'rota called like the area': {
    kind: 'area',
    confidence: 0.7,
    reason: 'Words of every rota and channel aside, it is called like the area.',
  },
  'called nearly so': { kind: 'area', confidence: 0.5, reason: 'A word of every service aside, it is called like the area.' },
  'address in the alert': { kind: 'runbook', confidence: 0.95, reason: 'The alert gives the address of this document.' },
  'about the alert': { kind: 'runbook', confidence: 0.9, reason: 'The document says that it is about this alert.' },
  'file called like the alert': { kind: 'runbook', confidence: 0.75, reason: 'The file is called like the alert.' },
  'called alike, same members': { kind: 'team', confidence: 0.9, reason: 'They are called alike, and most members are in both.' },
  'same organisation and name': {
    kind: 'team',
    confidence: 0.85,
    reason: 'They are called alike, in organisations that are called alike.',
  },
  'called nearly alike, same members': {
    kind: 'team',
    confidence: 0.8,
    reason: 'But for a word that every team has, they are called alike, and most members are in both.',
  },
  'team called alike': {
    kind: 'team',
    confidence: 0.75,
    reason: 'They are called alike, and in neither source another one is. Who is in them cannot be compared.',
  },
  'same members': { kind: 'team', confidence: 0.5, reason: 'They are called differently, and almost all members are in both.' },
  'team called nearly so': { kind: 'team', confidence: 0.5, reason: 'But for a word that every team has, they are called alike.' },
  'calendar called like the team': {
    kind: 'team',
    confidence: 0.6,
    reason: 'But for the words that every calendar has, it is called like the team. Once confirmed, all of the team are away with it.',
  },
  'one of several': { kind: 'team', confidence: 0.45, reason: 'So much speaks for another team of the same source as well.' },
  'called alike, other members': { kind: 'team', confidence: 0.35, reason: 'They are called alike, and most members are not in both.' },
} as const satisfies Record<string, { kind: JoinKind | 'any'; confidence: number; reason: string }>;
export type JoinRule = keyof typeof JOIN_RULES;

export const IN_FORCE_FROM = 0.7;

/** One join or a suggestion of one. Holds names: leaves the process only through `core/policy`. */
export interface Join {
  readonly kind: JoinKind;
  /** As the source calls it: a handle, a place, the name of an alert. */
  readonly from: string;
  /** `Name <e-mail>` or a handle; a repository's name; `area:ID` or another place; the item of a document; another name of the team. */
  readonly to: string;
  readonly rule: JoinRule;
  /** `guessed` and `confirmed` are used; `suggested` and `rejected` are not. */
  readonly state: 'guessed' | 'suggested' | 'confirmed' | 'rejected';
  /** Of teams whose members were compared: how many of those whom both sources could know are in both. */
  readonly members?: { readonly shared: number; readonly of: number };
}

/** Why, in a sentence; with figures where something was counted and they may be told. */
export function reasonOf({ rule, state, members }: Pick<Join, 'rule' | 'state' | 'members'>, withFigures: boolean): string {
  if (state === 'rejected') return 'Somebody who knows has said no.';
  const figures = members === undefined || !withFigures ? '' : ` In both: ${members.shared} of ${members.of} whom both sources know.`;
  return `${JOIN_RULES[rule].reason}${figures}`;
}

/** How a guess by this rule stands before anybody has said a word. */
export function stateBefore(rule: JoinRule): 'guessed' | 'suggested' {
  return JOIN_RULES[rule].confidence >= IN_FORCE_FROM ? 'guessed' : 'suggested';
}
