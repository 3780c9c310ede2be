import type { ReactNode } from 'react';
import type { Because } from '#core/terms/answer.ts';
import { visible } from '#core/report/visible.ts';
import { CopyButton } from '#web/plain/copy-button.tsx';
import { Sentence } from '#web/parts/sentence.tsx';
import css from './because.module.css';

/** As a page has it from its own question, or from the server. */
type Input = Pick<Because['inputs'][number], 'name' | 'value'> & { readonly unit?: string | undefined };

interface BecauseArticleProps {
  readonly because: Pick<Because, 'claim' | 'confidence' | 'wouldChange' | 'formula'> & { readonly inputs: readonly Input[] };
  /** The cases or commits that it rests on; absent: there are none. */
  readonly evidence?: ReactNode;
  /** What can be done about it. */
  readonly act?: ReactNode;
  /** By which method, and as of when. */
  readonly method: ReactNode;
}

/** Why a number is what it is: how sure, what would change it, inputs, formula, evidence, method. */
export function BecauseArticle({ because, evidence, act, method }: BecauseArticleProps) {
  return (
    <article>
      <p className={css['claim']}>
        <Sentence text={because.claim} />
      </p>
      <CopyButton say="Copy link to this number" done="Link copied" text={() => location.href} />
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
      {evidence === undefined ? null : <Part title="Evidence">{evidence}</Part>}
      {act}
      <p className={css['method']}>{method}</p>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css['part']}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function figure(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en-US') : value.toLocaleString('en-US', { maximumSignificantDigits: 3 });
}
