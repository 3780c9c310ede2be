import type { ComponentType } from 'react';
import { Problem } from '#web/parts/notice.tsx';
import css from './facets.module.css';
import type { FacetsTold } from './facet-words.ts';
import { HeldFacets } from './held-facets.tsx';
import type { BeyondAsked } from '#web/facets/asked/use-beyond.ts';

interface BeyondSectionProps {
  readonly asked: BeyondAsked<FacetsTold>;
  /** What is said while it is looked. */
  readonly looking: string;
  readonly told: ComponentType<{ readonly answer: FacetsTold }>;
}

/** What is told beyond code, once it is known; or why it is not. */
export function BeyondSection({ asked: { result, problem }, looking, told: Told }: BeyondSectionProps) {
  return (
    <section className={css['beyond']} aria-label="Beyond code" aria-busy={result === null && problem === null}>
      <h2>Beyond code</h2>
      {problem !== null ? (
        <Problem problem={problem} />
      ) : result === null ? (
        <output>{looking}</output>
      ) : (
        <Known answer={result} told={Told} />
      )}
    </section>
  );
}

function Known({ answer, told: Told }: { readonly answer: FacetsTold; readonly told: BeyondSectionProps['told'] }) {
  return (
    <>
      <Told answer={answer} />
      <HeldFacets answer={answer} />
    </>
  );
}
