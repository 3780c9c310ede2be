import { useState } from 'react';
import { dateOf } from '#core/terms/moment.ts';
import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import css from './judged-picture.module.css';
import { familyWords } from './judged-words.ts';

export type Family = ReplyOf<'list-judged'>['families'][number];

/** How far a kind of source is, for one family: it has told of it, it is connected and has not yet, or it could be connected. */
export type Standing = 'tells' | 'silent' | 'could';

const WORDS: Readonly<Record<Standing, string>> = {
  tells: 'tells it',
  silent: 'connected, nothing of it yet',
  could: 'would tell it',
};

interface JudgedPictureProps {
  readonly families: readonly Family[];
  /** Absent: what is connected is not for this reader. */
  readonly standingOf?: ((kind: string, family: string) => Standing) | undefined;
}

/** Families of facts over time, hatched where nothing tells of them, each with the sources that do or would. */
export function JudgedPicture({ families, standingOf }: JudgedPictureProps) {
  const [now] = useState(() => Math.floor(Date.now() / 1000));
  const begin = Math.min(now - 1, ...families.flatMap(({ from }) => (from === null ? [] : [from])));
  const marks = standingOf === undefined ? (['could'] as const) : (['tells', 'silent', 'could'] as const);
  return (
    <figure className={css['picture']}>
      <ul aria-label="What can be judged, and what would tell it">
        {families.map((one) => (
          <li key={one.family}>
            <div className={css['name']}>
              <strong>{familyWords(one.family)}</strong>
              <small>{one.what}</small>
            </div>
            <Strip from={one.from} begin={begin} now={now} />
            <Tellers family={one} standingOf={standingOf} />
          </li>
        ))}
      </ul>
      <figcaption>
        <span>
          <i className={css['patch']} data-told="true" aria-hidden="true" /> judged, from {dateOf(begin)} to {dateOf(now)}
        </span>
        <span>
          <i className={css['patch']} aria-hidden="true" /> not judged from these sources
        </span>
        {marks.map((standing) => (
          <span key={standing}>
            <i className={css['mark']} data-standing={standing} aria-hidden="true" />
            {WORDS[standing]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Strip({ from, begin, now }: { readonly from: number | null; readonly begin: number; readonly now: number }) {
  const share = from === null ? 0 : Math.max(0.015, (now - Math.max(from, begin)) / (now - begin));
  return (
    <div className={css['when']}>
      <div className={css['strip']} aria-hidden="true">
        {from === null ? null : <span style={{ width: `${Math.min(1, share) * 100}%` }} />}
      </div>
      <small>{from === null ? 'not judged' : `since ${dateOf(from)}`}</small>
    </div>
  );
}

function Tellers({ family: { family, kinds, from }, standingOf }: { readonly family: Family } & Pick<JudgedPictureProps, 'standingOf'>) {
  if (kinds.length === 0) return <p className={css['tellers']}>nothing that can be connected tells it yet</p>;
  if (standingOf === undefined && from !== null) return <p className={css['tellers']} />;
  return (
    <ul className={css['tellers']} aria-label={`Sources of ${familyWords(family)}`}>
      {kinds.map(({ kind, name }) => {
        const standing = standingOf?.(kind, family) ?? 'could';
        return (
          <li key={kind} data-standing={standing}>
            <i className={css['mark']} data-standing={standing} aria-hidden="true" />
            {visible(name)}
            <span className="away-from-eyes"> ({WORDS[standing]})</span>
          </li>
        );
      })}
    </ul>
  );
}
