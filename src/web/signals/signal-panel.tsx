import { Drawer } from '@mantine/core';
import { useClipboard, useMediaQuery } from '@mantine/hooks';
import type { ReplyOf } from '#contract/operations.ts';
import { visible } from '#core/report/visible.ts';
import { dateOf } from '#core/terms/moment.ts';
import { Icon } from '#web/look/icons.tsx';
import { useAddress } from '#web/shell/address.ts';
import { evidenceAddress } from './evidence-address.ts';
import { SayWord } from './say-word.tsx';
import css from './signals.module.css';

type Answer = ReplyOf<'answer-signals'>;
type Because = Answer['because'][number];

/** Why a signal says what it says, with the cases that it rests on; a link to it can be copied. */
export function SignalPanel({ answers }: { readonly answers: readonly Answer[] }) {
  const [{ why }, change] = useAddress();
  const phone = useMediaQuery('(max-width: 640px)');
  const close = (): void => change({ why: undefined }, { replace: true });
  const found = answers.flatMap(({ because }) => because).find(({ id }) => why === `signals:${id}`);
  return (
    <Drawer.Root
      opened={why !== undefined}
      onClose={close}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '86%' : 460}
      classNames={{ content: css['panel']!, body: css['panelBody']! }}
    >
      <Drawer.Overlay backgroundOpacity={0.18} />
      <Drawer.Content aria-label="Because">
        <div className={css['panelHead']}>
          <span>Because</span>
          <button type="button" onClick={close} aria-label="Close the explanation" className={css['close']}>
            <Icon name="close" size={15} />
          </button>
        </div>
        <Drawer.Body>
          {found === undefined ? (
            <p>This signal is not on the page: it is not raised any more, or not yours to see.</p>
          ) : (
            <Told because={found} />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Told({ because }: { readonly because: Because }) {
  const clipboard = useClipboard({ timeout: 1800 });
  return (
    <article>
      <p className={css['claim']}>{visible(because.claim)}</p>
      <button type="button" className={css['copy']} onClick={() => clipboard.copy(window.location.href)}>
        {clipboard.copied ? 'Copied' : 'Copy a link to this'}
      </button>
      <h2>How sure</h2>
      <p>{visible(because.confidence)}</p>
      <h2>What would change it</h2>
      <ul>
        {because.wouldChange.map((sentence) => (
          <li key={sentence}>{visible(sentence)}</li>
        ))}
      </ul>
      <h2>Inputs</h2>
      <dl className={css['inputs']}>
        {because.inputs.map(({ name, value }) => (
          <div key={name}>
            <dt>{visible(name)}</dt>
            <dd>{visible(String(value))}</dd>
          </div>
        ))}
      </dl>
      <h2>Formula</h2>
      <p className={css['formula']}>{visible(because.formula)}</p>
      {because.evidence.length === 0 ? null : <Cases evidence={because.evidence} />}
      <SayWord key={because.id} signal={because.id} />
      <p className={css['quiet']}>Method {because.method}</p>
    </article>
  );
}

function Cases({ evidence }: { readonly evidence: Because['evidence'] }) {
  return (
    <>
      <h2>Evidence</h2>
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
    </>
  );
}
