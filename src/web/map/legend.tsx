import type { MapColour } from '#core/weights/node-weights.ts';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import css from './legend.module.css';

const TEXT: Readonly<
  Record<MapColour, { readonly title: string; readonly ends: readonly [string, string]; readonly scale: 'cover' | 'amount' }>
> = {
  cover: { title: 'Still carried if the one person it leans on most were away', ends: ['nothing', 'all of it'], scale: 'cover' },
  factor: { title: 'Absences at once until most work finds nobody', ends: ['one or none', 'four or more'], scale: 'cover' },
  demand: { title: 'Changes expected in the window', ends: ['few', 'many'], scale: 'amount' },
  ai: { title: 'Changes marked as made with AI assistance', ends: ['none', 'all'], scale: 'amount' },
};

/** The scale explains itself: what it shows, both ends in words, and what the hatch means. */
export function Legend({ colour, title: given }: { readonly colour: MapColour; readonly title?: string }) {
  const { ends, scale } = TEXT[colour];
  const title = given ?? TEXT[colour].title;
  return (
    <figure className={css['legend']} aria-label={`Colour scale: ${title}, from ${ends[0]} to ${ends[1]}. Hatched: not judged.`}>
      <figcaption>{title}</figcaption>
      <div className={css['row']} aria-hidden="true">
        {scale === 'cover' ? <VerdictMark verdict="stops" word={false} /> : null}
        <span>{ends[0]}</span>
        <i className={css['scale']} data-scale={scale} />
        {scale === 'cover' ? <VerdictMark verdict="moves" word={false} /> : null}
        <span>{ends[1]}</span>
        <i className={css['hatch']} />
        <span>not judged</span>
      </div>
    </figure>
  );
}
