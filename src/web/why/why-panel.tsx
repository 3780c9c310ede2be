import { Drawer } from '@mantine/core';
import { useClipboard, useMediaQuery } from '@mantine/hooks';
import type { Answer, Because } from '#core/terms/answer.ts';
import { visible } from '#core/report/visible.ts';
import { becauseAt, useAnswersOnPage } from '#web/data/answers-on-page.ts';
import { Icon } from '#web/look/icons.tsx';
import { useAddress } from '#web/shell/address.ts';
import { EvidenceList } from './evidence-list.tsx';
import css from './why-panel.module.css';
import { Sentence } from '#web/parts/sentence.tsx';

/** The because of whichever number is open: inputs, formula, evidence, what would change it, how sure, by which method. */
export function WhyPanel() {
  const [{ why }, change] = useAddress();
  const answers = useAnswersOnPage();
  const found = why === undefined ? null : becauseAt(answers, why);
  const phone = useMediaQuery('(max-width: 640px)');
  const close = (): void => change({ why: undefined }, { replace: true });
  return (
    <Drawer.Root
      opened={why !== undefined}
      onClose={close}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '86%' : 460}
      classNames={{ content: css['content']!, body: css['body']! }}
    >
      <Drawer.Overlay backgroundOpacity={0.18} />
      <Drawer.Content aria-label="Because">
        <div className={css['header']}>
          <span>Because</span>
          <button type="button" onClick={close} aria-label="Close the explanation" className={css['close']}>
            <Icon name="close" size={15} />
          </button>
        </div>
        <Drawer.Body>
          {found === null ? (
            <p className={css['none']}>
              This number is not on the page: the question or the date has changed, or it is still being worked out.
            </p>
          ) : (
            <Explained {...found} />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Explained({ answer, because }: { readonly answer: Answer; readonly because: Because }) {
  return (
    <article className={css['because']}>
      <p className={css['claim']}>
        <Sentence text={because.claim} />
      </p>
      <CopyLink />
      <Part title="How sure">
        <p>{visible(because.confidence)}</p>
      </Part>
      <Part title="What would change it">
        <ul className={css['changes']}>
          {because.wouldChange.map((sentence) => (
            <li key={sentence}>{visible(sentence)}</li>
          ))}
        </ul>
      </Part>
      <Part title="Inputs">
        <dl className={css['inputs']}>
          {because.inputs.map(({ name, value, unit }) => (
            <div key={name} data-long={String(value).length > 34}>
              <dt>{visible(name)}</dt>
              <dd>
                {typeof value === 'number' ? figure(value) : visible(value)}
                {unit === undefined ? '' : ` ${unit}`}
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title="Formula">
        <p className={css['formula']}>{visible(because.formula)}</p>
      </Part>
      {because.evidence.length > 0 ? (
        <Part title="Evidence">
          <EvidenceList evidence={because.evidence} />
        </Part>
      ) : null}
      <p className={css['method']}>
        Method {because.method} · as of {answer.asOf.at.slice(0, 10)}
        {answer.asOf.heads.map(({ repository, head }) => ` · ${visible(repository)} ${head.slice(0, 9)}`).join('')}
      </p>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className={css['part']}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function CopyLink() {
  const clipboard = useClipboard({ timeout: 1800 });
  return (
    <button type="button" className={css['copy']} onClick={() => clipboard.copy(location.href)}>
      <Icon name="link" size={14} /> <span aria-live="polite">{clipboard.copied ? 'Link copied' : 'Copy link to this number'}</span>
    </button>
  );
}

function figure(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en-US') : value.toLocaleString('en-US', { maximumSignificantDigits: 3 });
}
