import type { ReactNode } from 'react';
import { visible } from '#core/report/visible.ts';
import { countOf, percentWithBand } from '#core/terms/figures.ts';
import { dateOf } from '#core/terms/moment.ts';
import type { SignalsRead } from '#contract/operations/signals/signals-value.ts';
import { DateCell, Listing } from '#web/plain/page.tsx';
import css from './signals.module.css';

type Systems = NonNullable<SignalsRead['systems']>;

export const VIEWS = {
  concentration: 'Where knowledge concentrates',
  mechanisms: 'Which ways of sharing live',
  legibility: 'What cannot be read from the system',
  incentives: 'What is rewarded',
} as const;
export type ViewName = keyof typeof VIEWS;

interface SystemPartProps {
  readonly view: ViewName;
  readonly systems: Systems;
  readonly families: SignalsRead['families'];
}

/** One of the four questions that are asked of a system: sentence, rows, and what is not judged. */
export function SystemPart({ view, systems, families }: SystemPartProps) {
  const names = new Map(families.flatMap(({ patterns }) => patterns.map(({ kind, name }) => [kind, name] as const)));
  const nameOf = (signal: string): string => names.get(signal) ?? signal;
  const { sentence, notJudged, window, rows } = systems[view];
  return (
    <section className={css['system']} aria-label={VIEWS[view]}>
      <h2>{visible(sentence)}</h2>
      <p className={css['quiet']}>
        {dateOf(window.from)} to {dateOf(window.to)}
      </p>
      {rows.length === 0 ? null : TABLES[view](systems, nameOf)}
      {notJudged.length === 0 ? null : (
        <ul className={css['hatched']} aria-label="Not judged">
          {notJudged.map((what) => (
            <li key={what}>
              <span>not judged</span> {visible(what)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const TABLES: Readonly<Record<ViewName, (systems: Systems, nameOf: (signal: string) => string) => ReactNode>> = {
  concentration: ({ concentration: { rows } }, nameOf) => (
    <Listing label={VIEWS.concentration} heads={['Area', 'Why', 'Signals raised there']}>
      {rows.map(({ area, name, causes, signals }) => (
        <tr key={area}>
          <th scope="row">{visible(name)}</th>
          <td>
            {causes.length === 0
              ? 'no cause leaves a trail: ask'
              : causes.map(({ tag, trail }) => <small key={tag}>{visible(`${tag}: ${trail}`)}</small>)}
          </td>
          <td>{signals.map((id) => visible(nameOf(id))).join('; ')}</td>
        </tr>
      ))}
    </Listing>
  ),
  mechanisms: ({ mechanisms: { rows } }) => (
    <Listing label={VIEWS.mechanisms} heads={['Way of sharing', 'State', 'Uses', 'People reached', 'Last used']}>
      {rows.map(({ mechanism, state, uses, reach, lastUsed }) => (
        <tr key={mechanism}>
          <th scope="row">{visible(mechanism)}</th>
          <td className={state === 'not judged' ? css['unjudged'] : undefined}>{visible(state)}</td>
          <td data-head="Uses">{state === 'not judged' ? '' : countOf(uses)}</td>
          <td data-head="People reached">{state === 'not judged' ? '' : countOf(reach)}</td>
          <DateCell head="Last used">{lastUsed === null ? '' : dateOf(lastUsed)}</DateCell>
        </tr>
      ))}
    </Listing>
  ),
  legibility: ({ legibility: { rows } }) => (
    <Listing label={VIEWS.legibility} heads={['Area', 'Confusions', 'Of them before', 'The latest']}>
      {rows.map(({ area, name, cameBack, confusions }) => (
        <tr key={area ?? ''}>
          <th scope="row">{name === null ? 'nothing says where' : visible(name)}</th>
          <td data-head="Confusions">{confusions.length}</td>
          <td data-head="Of them before">{cameBack}</td>
          <td>
            {confusions.slice(-2).map(({ item, at, note }) => (
              <small key={item + note}>
                {dateOf(at)} {visible(note)} ({visible(item)})
              </small>
            ))}
          </td>
        </tr>
      ))}
    </Listing>
  ),
  incentives: ({ incentives: { rows } }) => (
    <Listing label={VIEWS.incentives} heads={['What', 'Thanked for', 'Of them to teams', 'Happened', 'Share of thanks']}>
      {rows.map(({ what, recognised, toTeams, happened, share }) => (
        <tr key={what}>
          <th scope="row">{visible(what)}</th>
          <td data-head="Thanked for">{countOf(recognised)}</td>
          <td data-head="Of them to teams">{toTeams}</td>
          <td data-head="Happened">{countOf(happened)}</td>
          <td data-head="Share of thanks">{share === null ? '' : percentWithBand(share)}</td>
        </tr>
      ))}
    </Listing>
  ),
};
