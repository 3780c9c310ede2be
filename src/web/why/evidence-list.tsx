import { useEffect, useState } from 'react';
import type { EvidenceRef } from '#core/terms/answer.ts';
import { dateOf } from '#core/terms/moment.ts';
import { visible } from '#core/report/visible.ts';
import { useWorld } from '#web/data/world-context.ts';
import css from './because.module.css';

/** The commits and paths a figure rests on. Subjects of commits are asked from the local server, when there is one. */
export function EvidenceList({ evidence }: { readonly evidence: readonly EvidenceRef[] }) {
  const subjects = useSubjects(evidence);
  return (
    <ul className={css['evidence']}>
      {evidence.map((fact) => (
        <li key={`${fact.kind}${fact.ref}${fact.note ?? ''}`}>
          <code>{fact.kind === 'commit' ? fact.ref.slice(0, 9) : visible(fact.ref)}</code>
          {fact.at === undefined ? null : <time dateTime={dateOf(fact.at)}>{dateOf(fact.at)}</time>}
          {subjects.has(fact.ref) ? <span className={css['subject']}>{visible(subjects.get(fact.ref)!)}</span> : null}
          {fact.note === undefined ? null : <span className={css['note']}>{visible(fact.note)}</span>}
        </li>
      ))}
    </ul>
  );
}

function useSubjects(evidence: readonly EvidenceRef[]): ReadonlyMap<string, string> {
  const { served } = useWorld();
  const [subjects, setSubjects] = useState<ReadonlyMap<string, string>>(new Map());
  const hashes = evidence
    .filter(({ kind }) => kind === 'commit')
    .map(({ ref }) => ref)
    .join(',');
  useEffect(() => {
    if (!served || hashes === '') return;
    const stop = new AbortController();
    fetch(`/api/commits?hash=${hashes}`, { signal: stop.signal })
      .then((response) => (response.ok ? response.json() : { commits: [] }))
      .then((body: { readonly commits: readonly { readonly hash: string; readonly subject: string }[] }) =>
        setSubjects(new Map(body.commits.map(({ hash, subject }) => [hash, subject]))),
      )
      // Subjects are an extra: without them the hash and the date still name the commit.
      .catch(() => {});
    return () => stop.abort();
  }, [served, hashes]);
  return subjects;
}
