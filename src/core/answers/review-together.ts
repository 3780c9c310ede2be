import { chooseSeatsTogether } from '#core/reviewing/choose-seats.ts';
import type { Answer, Because, Column } from '#core/terms/answer.ts';
import { counted } from '#core/terms/figures.ts';
import { envelope } from '#core/world/envelope.ts';
import type { World } from '#core/world/world.ts';
import { COLUMNS, OPEN_REVIEWS, type ReviewInput, reviewQuestion, type ReviewRow, tellSeats } from './review.ts';

export interface ReviewTogetherValue {
  readonly changes: number;
  readonly seats: number;
  readonly learners: number;
  /** Changes with files that nobody free knows. */
  readonly withoutReviewer: number;
  readonly people: number;
  /** Most seats of one person. */
  readonly most: number;
}

export interface ReviewTogetherRow extends ReviewRow {
  readonly change: string;
}

/** Who should review which of several open changes: the seats together, within what each person has room for. */
export function answerReviewTogether(
  world: World,
  { changes }: { readonly changes: readonly ReviewInput[] },
): Answer<ReviewTogetherValue, ReviewTogetherRow> {
  const asked = changes.map((change) => ({ ...reviewQuestion(world, change), change: change.change }));
  const at = Math.min(...asked.map((one) => one.at));
  const questions = asked.map((one) => ({ ...one, at }));
  const seats = chooseSeatsTogether(world.evidence, questions);
  const told = questions.map((question, i) =>
    tellSeats(world, { ...question, seats: seats[i]! }).map(({ row, because }) => ({
      row: { change: question.change, ...row, because: `${row.because}:${i}` },
      because: { ...because, id: `${because.id}:${i}` },
    })),
  );
  const given = seats.flatMap(({ knowing, learning }) => [knowing, learning].flatMap((seat) => seat?.person ?? []));
  const people = [...new Set(given)];
  const value: ReviewTogetherValue = {
    changes: changes.length,
    seats: given.length,
    learners: seats.filter(({ learning }) => learning !== undefined).length,
    withoutReviewer: seats.filter(({ knowing }, i) => knowing === undefined && questions[i]!.files.length > 0).length,
    people: people.length,
    most: Math.max(0, ...people.map((person) => given.filter((one) => one === person).length)),
  };
  return envelope(
    { ...world, at },
    {
      name: 'review-together',
      question: `Who should review which of ${counted(changes.length, 'change')}?`,
      value,
      reading: readingOf(value),
      columns: [CHANGE, ...COLUMNS],
      rows: told.flatMap((own) => own.map(({ row }) => row)),
      because: [becauseOf(value), ...told.flatMap((own) => own.map(({ because }) => because))],
      method: { name: 'seats together', version: '1' },
      notJudged: OPEN_REVIEWS,
    },
  );
}

function readingOf({ changes, learners, withoutReviewer, people, most }: ReviewTogetherValue): string {
  const lack = withoutReviewer === 0 ? '' : ` For ${counted(withoutReviewer, 'change')} nobody has room who could.`;
  return `${counted(changes - withoutReviewer, 'change')} of ${changes} can be reviewed by somebody who knows them, and ${learners} by somebody who learns them as well; ${counted(people, 'person is', 'people are')} asked, nobody for more than ${counted(most, 'review')}.${lack}`;
}

function becauseOf(value: ReviewTogetherValue): Because {
  return {
    id: 'value',
    claim: `${counted(value.seats, 'seat')} for ${counted(value.changes, 'change')}, the most that can be given within everybody’s room.`,
    formula:
      'seats so that Σ worth is greatest, at most one of each kind for a change, one of a change for a person, and each person’s room; a flow of greatest worth, exact',
    inputs: [
      { name: 'changes', value: value.changes },
      { name: 'people asked', value: value.people },
      { name: 'most seats of one', value: value.most },
    ],
    evidence: [],
    wouldChange: ['More room, or less: `--most N`; another absence: `--away NAME`.'],
    confidence: 'held against a mixed-integer solver: `understudy evaluate plan`',
    method: 'seats-together/1',
  };
}

const CHANGE: Column = { key: 'change', label: 'Change', kind: 'text', wraps: true, meaning: 'As it was asked about.' };
