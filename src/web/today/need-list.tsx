import type { ReactNode } from 'react';
import { useNeeds } from '#web/needs/needs.ts';
import css from './today.module.css';

/** What waits for the one who looks, and for nobody else; a calm sentence where nothing does. */
export function NeedList(): ReactNode {
  const needs = useNeeds();
  if (needs.length === 0) return <p className={css['calm']}>Nothing waits for you.</p>;
  return (
    <ul className={css['needs']}>
      {needs.map(({ key, say, to, go }) => (
        <li key={key}>
          <span>{say}</span>
          <a href={to}>{go}</a>
        </li>
      ))}
    </ul>
  );
}
