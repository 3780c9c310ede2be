import { Quote } from '#web/plain/cards.tsx';
import { visible } from '#core/report/visible.ts';
import { useServer } from '#web/server/use-server.ts';
import { minuteOf } from './minute-of.ts';
import css from './privacy.module.css';

/** What stands with the finding about an area: the note of whom it concerns, and for themself that it does. */
export function AreaNote({ source, area }: { readonly source: string; readonly area: string }) {
  const { result } = useServer('list-findings', { params: { source } });
  const finding = result?.findings.find((one) => one.area === area);
  if (finding === undefined || (finding.notes.length === 0 && !finding.concernsMe)) return null;
  const { concernsMe, othersFrom, othersSee, notes } = finding;
  return (
    <aside className={css['beside']} aria-label="Note on this area">
      {notes.length === 0 ? null : <p>{concernsMe ? 'Your note, as everybody reads it:' : 'Whom this concerns says:'}</p>}
      {notes.map((note) => (
        <Quote key={note}>{visible(note)}</Quote>
      ))}
      {concernsMe ? (
        <p>
          This concerns you.{' '}
          {othersSee
            ? `Others see it since ${minuteOf(othersFrom)} UTC, without your name.`
            : `Nobody else sees it before ${minuteOf(othersFrom)} UTC.`}{' '}
          <a href="/me">{notes.length === 0 ? 'Note something, or let it go' : 'See what is yours'}</a>
        </p>
      ) : null}
    </aside>
  );
}
