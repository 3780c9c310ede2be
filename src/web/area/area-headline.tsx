import { visible } from '#core/report/visible.ts';
import { counted, percentOf } from '#core/terms/figures.ts';
import type { AreaFacts } from '#core/board/facts-of.ts';
import { useWorld } from '#web/data/world-context.ts';
import { Icon } from '#web/look/icons.tsx';
import { AreaFigures } from '#web/parts/area-figures.tsx';
import { AiShare } from '#web/parts/ai-share.tsx';
import { Band } from '#web/parts/band.tsx';
import { NumberButton } from '#web/parts/number-button.tsx';
import { VerdictMark } from '#web/parts/verdict-mark.tsx';
import { keepDate, useAddress } from '#web/shell/address.ts';
import css from './area-headline.module.css';
import type { AnswerOf } from '#web/worker/questions.ts';
import { Sentence } from '#web/parts/sentence.tsx';
import { PageLink } from '#web/shell/page-link.tsx';

const SOURCES: Readonly<Record<string, string>> = {
  configuration: 'named in the configuration',
  codeowners: 'from CODEOWNERS',
  workspace: 'a package of the workspace',
  tree: 'measured from the tree',
};

/** Name, verdict and sentence of an area, with its three figures. */
export function AreaHeadline({ answer, facts }: { readonly answer: AnswerOf<'explain'>; readonly facts: AreaFacts | undefined }) {
  const { value, reading } = answer;
  const why = `explain:${value.because}`;
  const about = [counted(value.files, 'file'), counted(value.commits, 'commit'), SOURCES[facts?.source ?? ''] ?? '']
    .filter(Boolean)
    .join(' · ');
  return (
    <header className={css['headline']}>
      <div>
        <p className={css['name']}>
          <strong>{visible(value.area)}</strong> {about}
        </p>
        <h1>
          <Sentence text={reading} />
        </h1>
        <p className={css['verdict']}>
          <VerdictMark verdict={value.verdict} />
          {value.sure === null ? null : <NumberButton why={why}>{percentOf(value.sure)} sure</NumberButton>}
          <Acts area={value.area} />
        </p>
      </div>
      <Figures answer={answer} why={why} />
    </header>
  );
}

function Acts({ area }: { readonly area: string }) {
  const [address] = useAddress();
  return (
    <span className={`${css['acts']} no-print`}>
      <PageLink to="/map" search={{ ...keepDate(address), in: area }}>
        Show on the map
      </PageLink>
      <button type="button" onClick={() => globalThis.print()}>
        <Icon name="print" size={14} /> Print
      </button>
    </span>
  );
}

function Figures({ answer: { value }, why }: { readonly answer: AnswerOf<'explain'>; readonly why: string }) {
  const { facts } = useWorld();
  if (value.carried === null)
    return (
      <p className={css['none']}>
        Not judged from these sources: fewer commits than the agreed minimum stand behind this area. More history, or a smaller minimum in
        the configuration, would change that.
      </p>
    );
  const turns = [
    { at: 0, word: 'stops' },
    { at: facts.stopsBelow, word: 'degrades' },
    { at: facts.movesFrom, word: 'moves' },
  ];
  return (
    <div className={css['figures']}>
      <Band estimate={value.carried} size="large" what="Still carried in the worst single absence" turns={turns} />
      <div>
        <AreaFigures row={value} why={why} />
        <AiShare row={value} why={why} />
      </div>
    </div>
  );
}
