import { counted, percentOf, percentWithBand } from '#core/terms/figures.ts';
import { visible } from '#core/report/visible.ts';
import { Band } from '#web/parts/band.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import css from './headline.module.css';
import type { AnswerOf } from '#web/worker/questions.ts';

/** The north star in one sentence, its number open to question, its band below. */
export function Headline({ answer }: { readonly answer: AnswerOf<'overview'> }) {
  const { value, reading, because, method } = answer;
  const star = value.northStar;
  const why = because.some(({ id }) => id === 'value') ? 'overview:value' : null;
  const [before, after] = star === null ? [reading, null] : cut(reading, percentWithBand(star), percentOf(star.value));
  const actors = [
    counted(value.people, 'person', 'people'),
    ...(value.bots > 0 ? [counted(value.bots, 'bot')] : []),
    ...(value.agents > 0 ? [counted(value.agents, 'agent')] : []),
  ];
  return (
    <header className={css['headline']}>
      <p className={css['facts']}>
        {counted(value.commits, 'commit')} · {actors.join(', ')} · judged: {value.judged.join(', ') || 'nothing yet'}
      </p>
      <h1>
        {visible(before)}
        {star === null || after === null ? null : (
          <strong>{why === null ? percentOf(star.value) : <NumberButton why={why}>{percentOf(star.value)}</NumberButton>}</strong>
        )}
        {after === null ? null : visible(after)}
      </h1>
      {star === null ? null : (
        <div className={css['band']}>
          <Band
            estimate={star}
            size="large"
            what="Still carried in the worst single absence"
            turns={[
              { at: 0, word: 'stops' },
              { at: settingOf(method.settings, 'stopsBelow', 0.3), word: 'degrades' },
              { at: settingOf(method.settings, 'movesFrom', 0.6), word: 'moves' },
            ]}
          />
          {percentOf(star.low) === percentOf(star.high) ? null : (
            <p className={css['interval']}>
              {Math.round(star.level * 100)} % interval {percentOf(star.low)} to {percentOf(star.high)}
            </p>
          )}
        </div>
      )}
    </header>
  );
}

/** Splits the sentence around its figure, so that the figure can be opened. */
function cut(sentence: string, banded: string, plain: string): readonly [string, string | null] {
  for (const figure of [banded, plain]) {
    const at = sentence.indexOf(figure);
    if (at >= 0) return [sentence.slice(0, at), sentence.slice(at + figure.length)];
  }
  return [sentence, null];
}

function settingOf(settings: Readonly<Record<string, string | number | boolean | null>>, key: string, standard: number): number {
  const value = settings[key];
  return typeof value === 'number' ? value : standard;
}
