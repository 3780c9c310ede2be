import { heldIn } from '#core/findings/held-words.ts';
import type { LeftOut } from '#core/terms/answer.ts';
import { counted } from '#core/terms/figures.ts';
import css from './held-notice.module.css';

/** In plain sight: the figures of this page say nothing of some areas yet, and until when. Nothing on one's own machine. */
export function HeldNotice({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const held = heldIn(leftOut);
  if (held.length === 0) return null;
  const areas = held.reduce((sum, { count }) => sum + count, 0);
  const dates = held.map(({ count, from }) => (held.length === 1 ? from : `${from} (${count})`));
  return (
    <p role="note" className={css['held']}>
      {areas === 1 ? 'A finding about one area is' : `Findings about ${counted(areas, 'area')} are`} shown from {dates.join(', ')} on: whom{' '}
      {areas === 1 ? 'it concerns looks' : 'they concern look'} first. Until then no figure here says anything of{' '}
      {areas === 1 ? 'it' : 'them'}.
    </p>
  );
}
