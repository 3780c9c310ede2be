import { useMe } from '#web/team/me-context.ts';
import css from './names.module.css';

/** On the page of an area, in council mode: that names stay closed, and the way to ask for them. */
export function AskLink({ source, area }: { readonly source: string; readonly area: string }) {
  const { mode, may } = useMe();
  if (mode !== 'council' || !may.includes('ask for names')) return null;
  return (
    <p className={css['link']}>
      Who carries this stays without a name here.{' '}
      <a href={`/names?source=${encodeURIComponent(source)}&area=${encodeURIComponent(area)}`}>
        Ask the council, if somebody must be reached
      </a>
    </p>
  );
}
