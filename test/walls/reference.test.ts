import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT } from '#cli/exit.ts';
import { writeJson } from '#core/report/json.ts';
import { letOut } from '#test/let-out.ts';
import { SAMPLE } from '#test/sample-answer.ts';
import { ROOT } from './source-files.ts';

const guide = readFileSync(join(ROOT, 'docs/guide/answers.md'), 'utf8');
/** First cells of the table that follows a heading cell. */
const firstCells = (heading: string) =>
  guide
    .split(`| ${heading} |`)[1]!
    .split('\n\n')[0]!
    .trim()
    .split('\n')
    .filter((line) => /^\| *[^-| ]/.test(line))
    .map((line) => line.split('|')[1]!.trim().replaceAll('`', ''));

describe('the guide to answers', () => {
  it('names the keys of the envelope, all of them and in their order', () => {
    expect(firstCells('key')).toEqual(Object.keys(JSON.parse(writeJson(letOut(SAMPLE))) as object));
  });

  it('names the parts of a because', () => {
    const [because] = SAMPLE.because;
    const row = guide.split('\n').find((line) => line.startsWith('| `because`'))!;
    expect(Object.keys(because!).filter((key) => key !== 'id' && !row.includes(`\`${key}\``))).toEqual([]);
  });

  it('names every exit code', () => {
    expect(
      firstCells('exit code')
        .map(Number)
        .toSorted((a, b) => a - b),
    ).toEqual([...new Set(Object.values(EXIT))].toSorted((a, b) => a - b));
  });
});
