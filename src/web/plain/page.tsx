import type { ReactNode } from 'react';
import css from './page.module.css';

/** A page that answers in its first sentence, and then goes into parts. */
export function Page({
  headline,
  say,
  children,
}: {
  readonly headline: ReactNode;
  readonly say?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className={css['page']}>
      <header>
        <h1 className={css['headline']}>{headline}</h1>
        {say === undefined ? null : <p className={css['say']}>{say}</p>}
      </header>
      {children}
    </div>
  );
}

export function Part({ title, say, children }: { readonly title: string; readonly say?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={css['part']} aria-label={title}>
      <h2>{title}</h2>
      {say === undefined ? null : <p>{say}</p>}
      {children}
    </section>
  );
}

/** What would stand here, and the smallest thing that brings it. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className={css['empty']}>{children}</div>;
}

/** Rows under headings; on a phone each row becomes a block. The last heading may be empty: that column holds what can be done. */
export function Listing({
  label,
  heads,
  children,
}: {
  readonly label: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <div className={css['scroll']}>
      <table className={css['table']} aria-label={label}>
        <thead>
          <tr>
            {heads.map((head, column) => (
              <th key={head} scope="col">
                {head === '' ? <span className="away-from-eyes">{column === heads.length - 1 ? 'What can be done' : ''}</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** A date under this heading; on a phone, where headings are not there, it says itself which date it is. */
export function DateCell({ head, children }: { readonly head: string; readonly children: ReactNode }) {
  return <td data-head={head}>{children}</td>;
}

/** The last cell of a row: what can be done with it. */
export function ActsCell({ children }: { readonly children: ReactNode }) {
  return (
    <td>
      <div className={css['acts']}>{children}</div>
    </td>
  );
}
