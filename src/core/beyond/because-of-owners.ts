import type { Because } from '#core/terms/answer.ts';
import { counted } from '#core/terms/figures.ts';
import type { Gates } from './gates/gates-of.ts';
import type { OwnersValue } from './owners-value.ts';

export function becauseOfOwners({ rules, dead, shadowed, clearing, unattended, files }: OwnersValue): Because {
  return {
    id: 'value',
    claim: `${counted(rules, 'rule')} in ${counted(files.length, 'file')}, held against the files there are and what was done to them in a year.`,
    formula:
      'files of a rule = living files whose last matching rule it is (in each section of its own); active = named people here who changed or reviewed one of them in 365 days; in fact = who did at least a tenth of what was done to them in that time',
    inputs: [
      { name: 'rules', value: rules },
      { name: 'dead', value: dead },
      { name: 'shadowed', value: shadowed },
      { name: 'clearing', value: clearing },
      { name: 'nobody active', value: unattended },
    ],
    evidence: [],
    wouldChange: ['A line corrected or deleted.', 'Accounts joined with people: understudy joins.'],
    confidence: 'exact for what is known; reviews are known from trailers or a connected forge',
    method: 'owners/1',
  };
}

/** Who fits is said by name in the patch, and elsewhere only how it would be mended. */
export function becauseOfGates({ stuckForAll, stuckForOne, away, patch }: OwnersValue, all: readonly Gates[], names: boolean): Because {
  const rules = all.map(({ branch: { approvals, codeOwners, administratorsToo }, assumed }) =>
    [
      `${counted(approvals, 'approval')}${codeOwners ? ', one by somebody named' : ''}`,
      administratorsToo ? 'no override' : 'administrators may override',
      ...(assumed ? ['assumed'] : []),
    ].join(', '),
  );
  const mend = names
    ? 'The patch of this answer: understudy owners --patch'
    : 'One more name, of somebody who works there in fact, in each rule that is stuck.';
  return {
    id: 'gates',
    claim: `${counted(stuckForAll, 'rule')} stuck for everybody, ${counted(stuckForOne, 'rule')} for whoever is named alone.`,
    formula:
      'on a day, an author who is here can merge exactly if every rule that the change touches has as many named people here as it asks for (one, unless a section of GitLab asks for more), the author not among them, and enough others here may approve; each rule alone decides; somebody is away on a day that they miss the half of',
    inputs: [
      { name: 'people away as stated', value: away },
      ...all.map(({ codeowners }, i) => ({ name: `branch rules over ${codeowners.path}`, value: rules[i]! })),
    ],
    evidence: [],
    wouldChange: [
      ...(stuckForAll + stuckForOne > 0
        ? [patch === null && names ? 'Somebody who works there in fact and is here: nobody is known who fits.' : mend]
        : []),
      'Other days: absences that a connected calendar knows in them count as well.',
    ],
    confidence: 'exact for the rules, names and absences that are known; a rule with a name that nothing knows is not judged',
    method: 'merge-deadlocks/1',
  };
}
