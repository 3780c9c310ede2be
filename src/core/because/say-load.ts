import type { Cascade, HeirLoad } from '#core/cascade/cascade.ts';
import { FLOOR } from '#core/cohorts/cohort.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { maySeeNames, namePerson } from '#core/policy/name-person.ts';
import type { Viewer } from '#core/policy/viewer.ts';
import type { Because } from '#core/terms/answer.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import { amountOf, amountWithBand, counted, listed, percentOf } from '#core/terms/figures.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import { numberWord } from './number-words.ts';

/** What one person would meet more; only where names may be seen. */
export interface Inheritance {
  readonly person: string;
  readonly areas: readonly string[];
  /** Expected changes more in the window. */
  readonly inherited: number;
  /** Own changes over the time judged, and what their own busy one holds; null where too few fortnights are known. */
  readonly usual: Estimate | null;
  readonly busy: number | null;
  /** P(more than busy), without and with the absence. */
  readonly overloadBefore: number | null;
  readonly overload: number | null;
  /** Id of the because that opens it. */
  readonly because: string;
}

export interface Load {
  /** People who would meet at least a twentieth of a change more, and the changes they meet together. */
  readonly people: number;
  readonly changes: number;
  /** More likely than not beyond a busy stretch of their own; and people whose pace is not known. */
  readonly overloaded: number;
  readonly paceUnknown: number;
  /** Alphabetical; empty where names may not be seen. */
  readonly inherits: readonly Inheritance[];
}

export interface Heard {
  readonly cascade: Cascade;
  readonly evidence: Evidence;
  readonly viewer: Viewer;
  /** Names of areas by row. */
  readonly areaName: (area: number) => string;
}

/** Outside of solo nothing is said of heirs who are fewer than the floor, nor of an overloaded few among them. */
export function keptAboveFloor(spread: Cascade, viewer: Viewer): Cascade {
  const { heirs, swamped } = spread;
  const few = heirs.length < FLOOR || (swamped.length > 0 && swamped.length < FLOOR);
  return maySeeNames(viewer) || !few ? spread : { heirs: [], swamped: [], second: null };
}

export function loadSaid({ cascade: { heirs, swamped }, evidence, viewer, areaName }: Heard): Load {
  const named = (heir: HeirLoad): Inheritance => ({
    ...heir,
    person: namePerson(evidence, heir.person, viewer),
    areas: heir.areas.map(areaName).sort(alphabetical),
    because: `heir:${heir.person}`,
  });
  return {
    people: heirs.length,
    changes: heirs.reduce((sum, heir) => sum + heir.inherited, 0),
    overloaded: swamped.length,
    paceUnknown: heirs.filter((heir) => heir.overload === null).length,
    inherits: maySeeNames(viewer) ? heirs.map(named).sort((a, b) => alphabetical(a.person, b.person)) : [],
  };
}

/** Areas that give way only when the overloaded are swamped too. */
export interface SecondRound {
  readonly swamped: number;
  readonly served: Estimate;
  readonly changes: Readonly<Record<'stops' | 'degrades', number>>;
}

/** One sentence about load; empty where nobody inherits anything. */
export function sayLoad({ people, changes, overloaded }: Load, second: SecondRound | null): string {
  if (people === 0) return '';
  const met = `${capital(numberWord(people))} ${people === 1 ? 'other person' : 'others'} would meet ${amountOf(changes)} ${amountOf(changes) === '1' ? 'change' : 'changes'} more`;
  if (overloaded === 0 || second === null) return `${met}; for nobody would that likely be more than a busy stretch of their own.`;
  const { stops, degrades } = second.changes;
  const further = [
    stops ? `${counted(stops, 'more area')} would stop` : '',
    degrades ? `${counted(degrades, 'more area')} would degrade` : '',
  ];
  const then = listed(further.filter(Boolean)) || 'no further area would change its verdict';
  return `${met}; for ${numberWord(overloaded)} that is likely more than a busy stretch of their own, and with ${overloaded === 1 ? 'that person' : 'them'} swamped ${then}.`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The because with the id `load`. */
export function becauseOfLoad(load: Load, second: SecondRound | null): readonly Because[] {
  if (load.people === 0) return [];
  return [
    {
      id: 'load',
      claim: sayLoad(load, second),
      formula:
        'inherited = chance to be the one who carries a change (by lot among those who are there and know its file) without the absent − the same with everybody here, × changes expected; overloaded = own pace + inherited above what 19 of 20 of the same person’s own stretches of as many fortnights held in two years; second round: who is overloaded more likely than not counts as swamped, one day in four',
      inputs: [
        { name: 'people who would meet more', value: load.people },
        { name: 'changes they would meet', value: amountOf(load.changes) },
        { name: 'likely overloaded', value: load.overloaded },
        { name: 'pace not known (fewer than six fortnights with a change)', value: load.paceUnknown },
        ...(second === null ? [] : [{ name: 'still carried in the second round', value: percentOf(second.served.value) }]),
      ],
      evidence: [],
      wouldChange: [
        'A second person in the areas that most of the load comes from.',
        'Other dates, or less planned for those who would meet it.',
      ],
      confidence:
        'people are compared with their own past only, and listed by name; reviews, meetings and work outside these repositories are not seen',
      method: METHOD,
    },
    ...load.inherits.map(becauseOfHeir),
  ];
}

const METHOD = 'heirs/2, pace/1, cascade/1';

function becauseOfHeir({ person, areas, inherited, usual, busy, overloadBefore, overload, because }: Inheritance): Because {
  const known = usual !== null && busy !== null && overload !== null && overloadBefore !== null;
  const than = known
    ? `more than a busy stretch of their own with ${percentOf(overload)} (${percentOf(overloadBefore)} without this absence)`
    : 'with too few fortnights behind them to say whether that is much';
  return {
    id: because,
    claim: `${person} would meet ${amountOf(inherited)} of it${areas.length === 0 ? '' : ` (${listed(areas)})`}, ${than}.`,
    formula:
      'P(own + inherited > busy): own from the person’s own pace, inherited from each area’s expected changes, both with their spread',
    inputs: [
      { name: 'changes more in the window', value: amountOf(inherited) },
      { name: 'own changes', value: usual === null ? 'not known' : amountWithBand(usual) },
      { name: 'a busy one', value: busy === null ? 'not known' : amountOf(busy) },
    ],
    evidence: [],
    wouldChange: ['Somebody else who takes part in these areas.'],
    confidence: known
      ? '90 % interval of own changes; compared with nobody but the same person'
      : 'not judged: fewer than six fortnights with a change',
    method: METHOD,
  };
}
