import { expect, it } from 'vitest';
import { processorTime } from '#test/processor-time.ts';
import { closesIn } from './closes.ts';

const PLACE = 'repository:forge.example/acme/shop' as const;
const where = (item: string) => ({ item, place: PLACE, repository: 'forge.example/acme/shop' });
const S = 'forge.example/acme/shop';

it.each([
  ['Closes #12', [`${S}#12`]],
  ['CLOSES: #12 and fixed #013', [`${S}#12`, `${S}#13`]],
  ['resolves Acme/Other#3', ['forge.example/acme/other#3']],
  ['Fixes https://forge.example/acme/shop/issues/7.', [`${S}#7`]],
  ['Closes #1, #2', [`${S}#1`]],
  ['see #12, forecloses #3, prefix #4, closing #5', undefined],
  ['<!-- Closes #1 --> `fixes #2` ```\nfixes #3\n```', undefined],
  ['Closes #12x', undefined],
  ['', undefined],
])('GitHub: %j closes %j', (body, items) => expect(closesIn({ body }, 'body', where(`${S}#1`))).toEqual(items));

it.each([
  ['Closes #4, #6 and a/b/c#5', [`${S}#4`, `${S}#6`, 'forge.example/a/b/c#5']],
  ['Implements: #4', [`${S}#4`]],
  ['Fixing issues #4', [`${S}#4`]],
  ['Related to #4', undefined],
])('GitLab: %j closes %j', (body, items) => expect(closesIn({ body }, 'body', where(`${S}!1`))).toEqual(items));

it('is not held up by long texts', () => {
  const begun = processorTime();
  for (const body of [
    '<!--'.repeat(5000),
    'closes a/'.repeat(3000),
    `closes #1${' '.repeat(16_000)}`,
    `closes ${'a/'.repeat(8000)}#1`,
    '`'.repeat(16_000),
  ])
    for (const sign of ['#', '!']) closesIn({ body }, 'body', where(`${S}${sign}1`));
  expect(processorTime() - begun).toBeLessThan(3000);
});
