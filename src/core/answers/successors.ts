import type { AbsenceKind } from '#core/absence/scenario.ts';
import { becauseOfCandidate, becauseOfSuccessors } from '#core/lookup/because-of-successors.ts';
import { sayReasons } from '#core/because/say-reasons.ts';
import { STANDINGS, standingOf } from '#core/because/standing-of.ts';
import { findPerson } from '#core/lookup/find-person.ts';
import { placeFound } from '#core/lookup/place-files.ts';
import { type StatedDays, windowAsked } from '#core/lookup/window-asked.ts';
import { maySeeNames, namePerson } from '#core/policy/name-person.ts';
import type { Candidate, SuccessorQuestion } from '#core/succession/rank-successors.ts';
import type { Answer, Column, NotJudged, Row } from '#core/terms/answer.ts';
import { amountOf, counted, listed, percentOf } from '#core/terms/figures.ts';
import { DAY, dateOf, daysOf } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { envelope } from '#core/world/envelope.ts';
import { type SuccessorsFound, successorsOf } from '#core/lookup/successors-of-files.ts';
import type { World } from '#core/world/world.ts';

export interface SuccessorsInput extends StatedDays {
  /** A file or folder, or the name of an area; the whole where nothing is said. */
  readonly path?: string | undefined;
  readonly area?: string | undefined;
  /** Names or e-mail addresses of who is away; nobody: whom the place would miss most. */
  readonly who?: readonly string[] | undefined;
  /** The same as rows of the evidence, for a page that has them. */
  readonly people?: readonly PersonId[] | undefined;
  readonly kind?: AbsenceKind | undefined;
  /** `work`: who will probably do most of what comes; `handover`: who would be named. */
  readonly asked?: SuccessorQuestion | undefined;
}

export interface SuccessorsValue {
  readonly place: string;
  /** Files there, and those that the answer speaks of. */
  readonly files: number;
  readonly ground: number;
  readonly away: number;
  readonly kind: AbsenceKind;
  readonly from: string;
  readonly to: string;
  readonly asked: SuccessorQuestion;
  /** Changes expected on the ground in these days. */
  readonly expected: number;
  readonly candidates: number;
  /** Probability of the likeliest candidate, and that it is nobody seen here yet; null where there is nothing to judge. */
  readonly first: number | null;
  readonly nobodyYet: number | null;
}

export interface SuccessorRow extends Row {
  readonly candidate: string;
  readonly role: string;
  readonly chance: number;
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly led: number | null;
  readonly share: number | null;
}

/** Days that somebody who leaves for good is looked ahead: the year that the method was fitted on. */
const YEAR = 365;
/** Candidates shown one by one: so many at most, and none less likely than this. */
const SHOWN = { most: 8, least: 0.01 };

/** Who could carry next what somebody leaves here, with the chance that it is nobody known yet. */
export function answerSuccessors(world: World, input: SuccessorsInput = {}): Answer<SuccessorsValue, SuccessorRow> {
  const { name: place, files } = placeFound(world, input);
  const kind = input.kind ?? 'permanent';
  const window = windowAsked(world, { ...input, days: input.days ?? (kind === 'permanent' ? YEAR : undefined) });
  const stated = [...new Set([...(input.who ?? []).map((name) => findPerson(world, name)), ...(input.people ?? [])])];
  const asked = input.asked ?? 'work';
  const found = successorsOf(world, { files, leaving: stated, asked, days: daysOf(window) });
  const judged = found.ground.length > 0;
  const value: SuccessorsValue = {
    place,
    files: files.length,
    ground: found.ground.length,
    away: found.leaving.length,
    kind,
    from: dateOf(window.from),
    to: dateOf(window.to - DAY),
    asked,
    expected: found.expected,
    candidates: found.candidates.length,
    first: judged ? (found.candidates[0]?.probability ?? 0) : null,
    nobodyYet: judged ? found.nobodyYet : null,
  };
  const told = tell(world, found);
  return envelope(world, {
    name: 'successors',
    question: `Who could carry ${place} next, ${conditionOf(world, found, value)}?`,
    value,
    reading: readingOf(world, { found, value, told }),
    columns: COLUMNS,
    rows: judged ? rowsOf(world, found, told) : [],
    because: judged ? [becauseOfSuccessors(value), ...becauseOf(world, { found, value, told })] : [],
    method: {
      name: `successors, fitted on ${asked === 'work' ? 'who did the work that followed' : 'hand-overs that were written down'}`,
      version: '1',
    },
    notJudged: [WISHES],
  });
}

/** A candidate in words: a name on one's own machine, a standing elsewhere. */
interface Told {
  readonly candidate: Candidate;
  readonly name: string;
  readonly role: string;
}

function tell(world: World, { candidates, knows }: SuccessorsFound): readonly Told[] {
  return candidates.map((candidate) => {
    const standing = standingOf(knows.get(candidate.person) ?? { knows: 0, present: 1 }, world.settings);
    return { candidate, name: namePerson(world.evidence, candidate.person, world.viewer), role: standing ?? STRANGER };
  });
}

const STRANGER = 'new to it';

function shownOf(told: readonly Told[]): readonly Told[] {
  return told.slice(0, SHOWN.most).filter(({ candidate }) => candidate.probability >= SHOWN.least);
}

function rowsOf(world: World, found: SuccessorsFound, told: readonly Told[]): readonly SuccessorRow[] {
  const yet = restRow('nobody seen here yet', found.nobodyYet);
  if (!maySeeNames(world.viewer)) return [...roleRows(told), yet];
  const shown = shownOf(told);
  const others = told.slice(shown.length);
  const rest =
    others.length === 0
      ? []
      : [
          restRow(
            counted(others.length, 'other'),
            others.reduce((sum, { candidate }) => sum + candidate.probability, 0),
          ),
        ];
  return [...shown.map((one) => namedRow(found, one)), ...rest, yet];
}

function namedRow({ led, filesLed }: SuccessorsFound, { candidate, name, role }: Told): SuccessorRow {
  const files = led[candidate.person]!;
  return {
    candidate: name,
    role,
    chance: candidate.probability,
    ...sayReasons(candidate),
    led: files,
    share: filesLed === 0 ? 0 : files / filesLed,
    because: `candidate:${candidate.person}`,
  };
}

/** Where names may not be seen: how likely it is that somebody of each standing carries it next. */
function roleRows(told: readonly Told[]): readonly SuccessorRow[] {
  return [...STANDINGS, STRANGER].flatMap((role) => {
    const same = told.filter((one) => one.role === role);
    const chance = same.reduce((sum, { candidate }) => sum + candidate.probability, 0);
    return same.length === 0 ? [] : [{ ...restRow(counted(same.length, 'person', 'people'), chance), role }];
  });
}

function restRow(candidate: string, chance: number): SuccessorRow {
  return { candidate, role: '', chance, for: [], against: [], led: null, share: null, because: 'value' };
}

interface Whole {
  readonly found: SuccessorsFound;
  readonly value: SuccessorsValue;
  readonly told: readonly Told[];
}

function becauseOf(world: World, { found, value, told }: Whole) {
  if (!maySeeNames(world.viewer)) return [];
  return shownOf(told).map(({ candidate, name }) =>
    becauseOfCandidate(world, { candidate, name, ground: found.ground, asked: value.asked }),
  );
}

function conditionOf(world: World, found: SuccessorsFound, { kind, from, to }: SuccessorsValue): string {
  if (found.leaving.length === 0) return 'with nobody away';
  const who = subjectOf(world, found);
  const many = found.leaving.length > 1;
  if (kind === 'permanent') return `if ${who} left`;
  return `while ${who} ${many ? 'are' : 'is'} ${kind === 'saturated' ? 'swamped' : 'away'} from ${from} to ${to}`;
}

function subjectOf(world: World, { leaving, stated }: SuccessorsFound): string {
  if (!maySeeNames(world.viewer))
    return !stated ? 'whoever it would miss most' : leaving.length === 1 ? 'this person' : `these ${leaving.length} people`;
  return listed(leaving.map((person) => namePerson(world.evidence, person, world.viewer)));
}

function readingOf(world: World, { found, value, told }: Whole): string {
  const { place, ground, files, asked, nobodyYet } = value;
  if (nobodyYet === null) return `There is no file in ${place} that could be handed over.`;
  const part = found.theyLead
    ? `For the ${counted(ground, 'file')} of ${counted(files, 'file')} in ${place} that ${leadOf(world, found)}`
    : `For ${place} (${counted(ground, 'file')})${found.leaving.length > 0 ? ` without ${subjectOf(world, found)}` : ''}`;
  const what = asked === 'work' ? 'to do most of the work that comes' : 'to be named in a hand-over';
  const likely = likelyOf(world, told);
  const unseen = `${percentOf(nobodyYet)} that it is somebody not seen here yet`;
  const due = `${amountOf(value.expected)} changes are expected there from ${value.from} to ${value.to}.`;
  return `${part}, likeliest ${what}: ${likely === '' ? '' : `${likely}; `}${unseen}. ${due}`;
}

function leadOf(world: World, found: SuccessorsFound): string {
  return `${subjectOf(world, found)} ${found.leaving.length > 1 ? 'lead' : 'leads'}`;
}

function likelyOf(world: World, told: readonly Told[]): string {
  if (maySeeNames(world.viewer))
    return listed(
      shownOf(told)
        .slice(0, 3)
        .map(({ name, candidate }) => `${name} (${percentOf(candidate.probability)})`),
    );
  return listed(
    roleRows(told)
      .filter(({ chance }) => chance >= SHOWN.least)
      .map(({ role, chance }) => `somebody who ${ROLE_SAID[role] ?? role} (${percentOf(chance)})`),
  );
}

const ROLE_SAID: Readonly<Record<string, string>> = { [STRANGER]: 'works here and is new to it' };

/** What no history shows. */
const WISHES: NotJudged = {
  facet: 'person',
  what: 'who wants to, and who has time',
  why: 'A history shows what people did, not what they agreed on or would like.',
  remedy: 'Ask the candidates; the table says what to ask about.',
};

const COLUMNS: readonly Column[] = [
  {
    key: 'candidate',
    label: 'Candidate',
    kind: 'text',
    meaning: 'Candidates for this one absence, likeliest first; no judgement of anybody.',
  },
  {
    key: 'role',
    label: 'Stands to it',
    kind: 'text',
    meaning: 'knows it, knows part of it, could learn it, knew it and is seldom here, or is new to it.',
  },
  { key: 'chance', label: 'Chance', kind: 'probability', meaning: 'Probability that it will be this one. All rows together make 100 %.' },
  {
    key: 'for',
    label: 'For',
    kind: 'list',
    wraps: true,
    meaning: 'What speaks for it, with its part of the log-odds against the mean of the first ten candidates.',
  },
  { key: 'against', label: 'Against', kind: 'list', wraps: true, meaning: 'What speaks against it, in the same measure.' },
  { key: 'led', label: 'Leads', kind: 'count', meaning: 'Files on which their mark is strongest: what they carry already.' },
  { key: 'share', label: 'of all', kind: 'probability', meaning: 'The same as a share of all files that somebody leads.' },
];
