import type { ReplyOf } from '#contract/operations.ts';
import { visible } from '#core/report/visible.ts';
import { dateOf } from '#core/terms/moment.ts';
import { useAddress } from '#web/shell/address.ts';
import { BecauseArticle } from '#web/why/because-article.tsx';
import { BecauseDrawer } from '#web/why/because-drawer.tsx';
import { evidenceAddress } from './evidence-address.ts';
import { SayWord } from './say-word.tsx';
import css from './signals.module.css';

type Answer = ReplyOf<'answer-signals'>;
type Because = Answer['because'][number];

/** Why a signal says what it says, with the cases that it rests on; a link to it can be copied. */
export function SignalPanel({ answers }: { readonly answers: readonly Answer[] }) {
  const [{ why }] = useAddress();
  const found = answers.flatMap(({ because }) => because).find(({ id }) => why === `signals:${id}`);
  return (
    <BecauseDrawer>
      {found === undefined ? (
        <p>This signal is not on the page: it is not raised any more, or not yours to see.</p>
      ) : (
        <BecauseArticle
          because={found}
          {...(found.evidence.length === 0 ? {} : { evidence: <Cases evidence={found.evidence} /> })}
          act={<SayWord key={found.id} signal={found.id} />}
          method={`Method ${found.method}`}
        />
      )}
    </BecauseDrawer>
  );
}

function Cases({ evidence }: { readonly evidence: Because['evidence'] }) {
  return (
    <ul className={css['cases']}>
      {evidence.toReversed().map(({ ref, at, note, kind }) => {
        const address = kind === 'item' ? evidenceAddress(ref) : null;
        const name = visible(kind === 'commit' ? ref.slice(0, 9) : ref);
        return (
          <li key={`${ref} ${at} ${note}`}>
            {address === null ? (
              <code>{name}</code>
            ) : (
              <a href={address} rel="noreferrer">
                {name}
              </a>
            )}
            {at === undefined ? null : <time dateTime={dateOf(at)}>{dateOf(at)}</time>}
            {note === undefined ? null : <span>{visible(note)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
