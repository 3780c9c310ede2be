import { CHANGE_WORDS, changedSignals, placeName, silencedWords, type SignalFamily } from '#contract/operations/signals/folded-signals.ts';
import { visible } from '#core/report/visible.ts';
import { NumberButton } from '#web/parts/number-button.tsx';
import { Part } from '#web/plain/page.tsx';
import { Silenced } from './silenced.tsx';
import type { SignalRow } from './interval-plot.tsx';
import css from './patterns.module.css';

interface WhatChangedProps {
  readonly rows: readonly SignalRow[];
  readonly families: readonly SignalFamily[];
  /** ISO; null: nothing was looked at yet. */
  readonly since: string | null;
  /** When the newest look was taken, ISO. */
  readonly looked: string | null;
}

const FIRST = 'That was the first look. From the next one on, what is new, came back, was acted on or cleared stands here.';

/** What is other than at the look of a day ago, in one glance; each place opens why. */
export function WhatChanged({ rows, families, since, looked }: WhatChangedProps) {
  if (since === null) return null;
  const changes = changedSignals(rows, families);
  const title = `Since the look of ${since.slice(0, 16).replace('T', ' ')}`;
  return (
    <Part title={title} {...(changes.length === 0 ? { say: since === looked ? FIRST : 'Nothing has changed.' } : {})}>
      {changes.map(({ change, count, patterns }) => (
        <div key={change} className={css['change']} data-change={change}>
          <h3>
            {CHANGE_WORDS[change]} <span>{count}</span>
          </h3>
          <ul>
            {patterns.map(({ pattern, places }) => (
              <li key={pattern.kind}>
                {visible(pattern.name)}:{' '}
                <span>
                  {places.map((row, place) => (
                    <span key={row.id}>
                      {place === 0 ? '' : ', '}
                      <NumberButton why={`signals:${row.because}`} label={`${placeName(row.about)}: why`}>
                        {visible(placeName(row.about))}
                      </NumberButton>
                    </span>
                  ))}
                </span>
                {change === 'silenced' ? silencedOnce(places).map((row) => <Silenced key={row.id} row={row} />) : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Part>
  );
}

/** One place for each change of limits. */
function silencedOnce(places: readonly SignalRow[]): readonly SignalRow[] {
  return [...new Map(places.map((row) => [silencedWords(row), row])).values()];
}
