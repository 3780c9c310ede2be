import { describe, expect, it } from 'vitest';
import { HOUR } from '#core/terms/moment.ts';
import { FIRST_LOOK, findingFor, othersSeeFrom, type PersonalFinding } from './first-look.ts';

const finding = (changes: Partial<PersonalFinding> = {}): PersonalFinding => ({
  foundAt: 0,
  subjects: ['ana'],
  letGo: [],
  notes: [],
  ...changes,
});
const go = (by: string, hours: number) => ({ by, at: hours * HOUR });

describe('a finding about one person', () => {
  it.each<[string, PersonalFinding, number]>([
    ['after three days', finding(), 72],
    ['as soon as the person lets it go on', finding({ letGo: [go('ana', 5)] }), 5],
    ['not because somebody else says so', finding({ letGo: [go('bo', 5)] }), 72],
    ['when both have let it go on', finding({ subjects: ['ana', 'bo'], letGo: [go('ana', 5), go('bo', 9), go('bo', 20)] }), 9],
    ['after three days where one of two is silent', finding({ subjects: ['ana', 'bo'], letGo: [go('ana', 5)] }), 72],
    ['at once where nobody can be recognised', finding({ subjects: [] }), 0],
    ['after three days, however late somebody lets it go on', finding({ letGo: [go('ana', 100)] }), 72],
  ])('[disclosure.3] is seen by others %s', (_, one, hours) => {
    expect(othersSeeFrom(one)).toBe(hours * HOUR);
    expect(findingFor('zoe', one, hours * HOUR)).not.toBeNull();
    expect(findingFor('zoe', one, hours * HOUR - 1)).toBeNull();
  });

  it('[disclosure.3] is seen by the person from the first moment, and by nobody before it was found', () => {
    expect(findingFor('ana', finding(), 0)).not.toBeNull();
    expect(findingFor('ana', finding({ foundAt: 1 }), 0)).toBeNull();
  });

  it('[disclosure.3] never stands without the note of the person, nor with the note of another', () => {
    const notes = [
      { by: 'ana', text: 'Bo and I pair on this.' },
      { by: 'zoe', text: 'Quite so.' },
    ];
    expect(findingFor('zoe', finding({ notes }), FIRST_LOOK)?.notes).toEqual([notes[0]]);
  });
});
