import type { Answer, Because } from '#core/terms/answer.ts';
import { visible } from '#core/report/visible.ts';
import { becauseAt, useAnswersOnPage } from '#web/data/answers-on-page.ts';
import { useAddress } from '#web/shell/address.ts';
import { BecauseArticle } from './because-article.tsx';
import { BecauseDrawer } from './because-drawer.tsx';
import { EvidenceList } from './evidence-list.tsx';
import css from './because.module.css';

/** The because of whichever number is open: inputs, formula, evidence, what would change it, how sure, by which method. */
export function WhyPanel() {
  const [{ why }] = useAddress();
  const answers = useAnswersOnPage();
  const found = why === undefined ? null : becauseAt(answers, why);
  return (
    <BecauseDrawer>
      {found === null ? (
        <p className={css['none']}>
          This number is not on the page: the question or the date has changed, or it is still being worked out.
        </p>
      ) : (
        <Explained {...found} />
      )}
    </BecauseDrawer>
  );
}

function Explained({ answer, because }: { readonly answer: Answer; readonly because: Because }) {
  const heads = answer.asOf.heads.map(({ repository, head }) => ` · ${visible(repository)} ${head.slice(0, 9)}`).join('');
  return (
    <BecauseArticle
      because={because}
      method={`Method ${because.method} · as of ${answer.asOf.at.slice(0, 10)}${heads}`}
      {...(because.evidence.length > 0 ? { evidence: <EvidenceList evidence={because.evidence} /> } : {})}
    />
  );
}
