import { visible } from '#core/report/visible.ts';
import css from './sentence.module.css';

/** Figures with their unit and interval, and dates: what a line must not break. */
const WHOLE = /([<>]?\d[\d,.]* %(?: \([^)]*\))?|\d{4}-\d\d-\d\d)/;

/** A sentence of core as a heading shows it: every character visible, no figure torn apart at the end of a line. */
export function Sentence({ text }: { readonly text: string }) {
  let at = 0;
  return visible(text)
    .split(WHOLE)
    .map((part, index) => {
      at += part.length;
      return index % 2 === 1 ? (
        <span key={at} className={css['whole']}>
          {part}
        </span>
      ) : (
        part
      );
    });
}
