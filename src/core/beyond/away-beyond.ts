import type { AwayInput, AwayValue } from '#core/answers/away.ts';
import type { AwayRow } from '#core/answers/away-rows.ts';
import { type SoleRight, soleRights } from '#core/facets/sole-rights.ts';
import { maySeeNames } from '#core/policy/name-person.ts';
import { findActor } from '#core/lookup/find-person.ts';
import { windowAsked } from '#core/lookup/window-asked.ts';
import type { Answer, Because } from '#core/terms/answer.ts';
import { counted, listed } from '#core/terms/figures.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import { areasSeen, stillBlind } from './beheld.ts';
import { RIGHT_WORDS } from './facet-rows.ts';
import { gatesOf } from './gates/gates-of.ts';
import { saidDays } from './owner-rows.ts';
import type { OwnersBeheld } from './owners.ts';

/** What nobody present may do in these days that somebody may now. */
export interface LeftUndone {
  /** `billing/: may deploy`; of a right whose holders are all away. */
  readonly rights: readonly string[];
  /** Rules of CODEOWNERS under which nobody could approve, and could with everybody here. */
  readonly rules: readonly string[];
}

export type AwayBeyond = Answer<AwayValue & { readonly leftUndone: LeftUndone }, AwayRow>;

/** The two-week question, with what the absence leaves that nobody may do: rights (R029) and merges (R028). */
export function awayBeyond(answer: Answer<AwayValue, AwayRow>, beheld: OwnersBeheld, input: AwayInput): AwayBeyond {
  const leftUndone = leftUndoneBy(beheld, input);
  const { scene } = beheld;
  const reading = `${answer.reading}${sayUndone(leftUndone)}`;
  const because = [...answer.because, ...becauseOfUndone(leftUndone)];
  return { ...answer, value: { ...answer.value, leftUndone }, reading, because, notJudged: stillBlind(scene, answer.notJudged) };
}

function leftUndoneBy(beheld: OwnersBeheld, input: AwayInput): LeftUndone {
  const { world, scene, named, held } = beheld;
  const window = windowAsked(world, input);
  const away = [...new Set([...input.who.map((name) => findActor(world, name)), ...(input.people ?? [])])];
  const seen = new Set(areasSeen(beheld));
  const keyOf = ({ area, right }: SoleRight): string => `${scene.areas[area]!.name}: ${RIGHT_WORDS[right]}`;
  const gone = (without: readonly number[]): readonly string[] =>
    soleRights(scene, new Set(without)).flatMap((one) => (one.holder === null && seen.has(one.area) ? [keyOf(one)] : []));
  const stuck = (without: readonly number[]): readonly string[] =>
    gatesOf({ ...named, scene, held, away: without, window, names: maySeeNames(world.viewer) }).flatMap(({ deadlocks, codeowners }) =>
      deadlocks.flatMap((one) =>
        one.stuck === 'everybody' ? [`${one.pattern} (${codeowners.path}, line ${one.line}${saidDays([one])})`] : [],
      ),
    );
  return { rights: beyond(gone(away), gone([])).toSorted(alphabetical), rules: beyond(stuck(away), stuck([])) };
}

function beyond(then: readonly string[], without: readonly string[]): readonly string[] {
  return then.filter((one) => !without.includes(one));
}

/** So many are said in the sentence; all of them stand in the because. */
const SAID = 3;

function sayUndone({ rights, rules }: LeftUndone): string {
  const said = (all: readonly string[]): string =>
    all.length <= SAID ? listed(all) : `${all.slice(0, SAID).join(', ')} and ${all.length - SAID} more`;
  return [
    rights.length === 0 ? '' : ` Nobody present would hold ${counted(rights.length, 'right')}: ${said(rights)}.`,
    rules.length === 0 ? '' : ` Changes under ${counted(rules.length, 'rule')} of CODEOWNERS could be approved by nobody: ${said(rules)}.`,
  ].join('');
}

function becauseOfUndone({ rights, rules }: LeftUndone): readonly Because[] {
  const base = { evidence: [], confidence: 'exact for the rights, names and rules that are known' };
  const held: Because = {
    ...base,
    id: 'rights',
    claim: `Nobody present would hold ${counted(rights.length, 'right')} that somebody holds now.`,
    formula: 'for each area and right: humans who hold it now, have not left and are not away; listed where nobody is left',
    inputs: rights.map((name) => ({ name, value: 'nobody' })),
    wouldChange: ['The same right for a second person, for these days at least.'],
    method: 'rights/1',
  };
  const gates: Because = {
    ...base,
    id: 'gates',
    claim: `${counted(rules.length, 'rule')} of CODEOWNERS would be stuck: nobody present could approve.`,
    formula:
      'an author here can merge exactly if every rule that the change touches has somebody named who is here and is not the author, and enough others may approve',
    inputs: rules.map((name) => ({ name, value: 'stuck' })),
    wouldChange: ['One more name in these rules: understudy owners --away WHO --patch'],
    method: 'merge-deadlocks/1',
  };
  return [...(rights.length === 0 ? [] : [held]), ...(rules.length === 0 ? [] : [gates])];
}
