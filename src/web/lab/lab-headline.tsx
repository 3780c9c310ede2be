import { percentOf } from '#core/terms/figures.ts';
import { Band } from '#web/parts/band.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import type { AwayAnswer } from './away-answer.ts';
import css from './lab-page.module.css';
import type { LabChoice } from './read-lab-address.ts';
import { Sentence } from '#web/parts/sentence.tsx';

/** The lab's answer in one sentence, or what to do to get one. */
export function LabHeadline({
  choice,
  answer,
  known,
}: {
  readonly choice: LabChoice;
  readonly answer: AwayAnswer | null;
  readonly known: boolean;
}) {
  if (choice.window === null) return <h1 className={css['headline']}>The last day away lies before the first. Choose a later one.</h1>;
  if (!known) return <h1 className={css['headline']}>Reading who works here …</h1>;
  if (answer === null)
    return (
      <h1 className={css['headline']}>
        <output>Taking {choice.people.length === 1 ? 'one person' : `${choice.people.length} people`} away …</output>
      </h1>
    );
  return (
    <div aria-live="polite">
      <h1 className={css['headline']}>
        <Sentence text={withoutLoad(answer)} />
      </h1>
      {answer.value.areasJudged === 0 ? null : (
        <div className={css['band']}>
          <Band estimate={answer.value.served} before={answer.value.servedBefore} what="Still carried during this absence" />
          <p>
            <NumberButton why="away:value">{percentOf(answer.value.served.value)} still carried</NumberButton> ·{' '}
            {percentOf(answer.value.servedBefore.value)} with everybody here
          </p>
        </div>
      )}
    </div>
  );
}

/** Who meets the work has its own place below; the headline says what changes. */
function withoutLoad({ reading, because }: AwayAnswer): string {
  const load = because.find(({ id }) => id === 'load')?.claim ?? '';
  return load === '' ? reading : reading.replace(load, '').trim();
}
