import { useNavigate } from '@tanstack/react-router';
import type { Answer } from '#core/terms/answer.ts';
import { counted } from '#core/terms/figures.ts';
import type { Overview } from '#core/terms/overview.ts';
import { readMapAddress } from '#web/atlas/read-map-address.ts';
import { useMap } from '#web/atlas/use-map.ts';
import type { AreaRow } from '#web/data/area-answer.ts';
import { useAnswer } from '#web/data/use-call.ts';
import { Legend } from '#web/map/legend.tsx';
import { MapCanvas } from '#web/map/map-canvas.tsx';
import { addressOf, stepTowards } from '#web/map/map-tree.ts';
import { Problem } from '#web/parts/notice.tsx';
import { momentOf, useAddress } from '#web/shell/address.ts';
import { AreaCards } from './area-cards.tsx';
import { BlindSpots, LeftOutList } from './closing-notes.tsx';
import { Headline } from './headline.tsx';
import css from './home-page.module.css';
import { NorthStarTrend } from './north-star-trend.tsx';

export type OverviewAnswer = Omit<Answer<Overview>, 'rows'> & { readonly rows: readonly AreaRow[] };

/** The first page: the answer, its picture, and what to do first, before anybody clicks. */
export function HomePage() {
  const [address] = useAddress();
  const at = momentOf(address.at);
  const { result, problem } = useAnswer<Overview>('overview', {}, at);
  const answer = result as unknown as OverviewAnswer | null;
  if (problem !== null)
    return (
      <div className={css['home']}>
        <Problem problem={problem} />
      </div>
    );
  return (
    <div className={css['home']}>
      <div className={css['answer']}>
        {answer === null ? (
          <p className={css['wait']} role="status">
            Weighing who knows what, and what is expected where …
          </p>
        ) : (
          <>
            <Headline answer={answer} />
            <AreaCards answer={answer} />
          </>
        )}
      </div>
      <HomeMap at={at} />
      {answer === null ? null : (
        <div className={css['below']}>
          <NorthStarTrend />
          <BlindSpots answer={answer} />
          <LeftOutList answer={answer} />
        </div>
      )}
    </div>
  );
}

const CHOICE = readMapAddress({});

function HomeMap({ at }: { readonly at: number | null }) {
  const { tree, colours, layout, palette, markOf, onSize, facts } = useMap({ choice: CHOICE, at });
  const navigate = useNavigate();
  const pick = (row: number): void => {
    if (tree !== null) void navigate({ to: '/map', search: row === 0 ? {} : { in: addressOf(tree, stepTowards(tree, 0, row)) } });
  };
  return (
    <section className={css['map']} aria-label="Map">
      <div className={css['canvas']}>
        {tree === null || colours === null ? null : (
          <MapCanvas
            tree={tree}
            layout={layout}
            colours={colours}
            palette={palette}
            markOf={markOf}
            focus={0}
            marked={-1}
            label={`Map of ${counted(tree.files[0]!, 'file')} in ${counted(facts.areas.length, 'area')}, coloured by how much would still be carried. The cards say the same in words; the map’s own page has an outline.`}
            zoomable={false}
            onSize={onSize}
            onHover={nothing}
            onPick={pick}
          />
        )}
      </div>
      <Legend colour="cover" />
    </section>
  );
}

function nothing(): void {}
