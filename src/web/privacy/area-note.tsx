import type { ReplyOf } from '#contract/operations.ts';
import { Quote } from '#web/plain/cards.tsx';
import { visible } from '#core/report/visible.ts';
import { useServer } from '#web/server/use-server.ts';
import { minuteOf } from './minute-of.ts';
import css from './privacy.module.css';

/** What stands with the findings about an area: the note of whom each concerns, and for themself that it does. */
export function AreaNote({ source, area }: { readonly source: string; readonly area: string }) {
  const { result } = useServer('list-findings', { params: { source } });
  const findings = (result?.findings ?? []).filter((one) => one.area === area && (one.notes.length > 0 || one.concernsMe));
  return findings.map((finding) => <Beside key={finding.id} finding={finding} />);
}

function Beside({ finding }: { readonly finding: ReplyOf<'list-findings'>['findings'][number] }) {
  const { areaName, concernsMe, othersFrom, othersSee, notes } = finding;
  return (
    <aside className={css['beside']} aria-label={`Note on ${areaName}`}>
      {notes.length === 0 ? null : <p>{concernsMe ? 'Your note, as everybody reads it:' : 'Whom this concerns says:'}</p>}
      {notes.map((note) => (
        <Quote key={note}>{visible(note)}</Quote>
      ))}
      {concernsMe ? (
        <p>
          {visible(areaName)} concerns you.{' '}
          {othersSee
            ? `Others see it since ${minuteOf(othersFrom)} UTC, without your name.`
            : `Nobody else sees it before ${minuteOf(othersFrom)} UTC.`}{' '}
          <a href="/me">{notes.length === 0 ? 'Note something, or let it go' : 'See what is yours'}</a>
        </p>
      ) : null}
    </aside>
  );
}
