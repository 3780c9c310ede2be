import { silencedWords } from '#contract/operations/signals/folded-signals.ts';
import { visible } from '#core/report/visible.ts';
import { useAccountNames } from '#web/people/use-account-names.ts';
import type { SignalRow } from './interval-plot.tsx';
import css from './patterns.module.css';

/** That a limit silences it and nothing that happened: who changed it, when and why. */
export function Silenced({ row }: { readonly row: SignalRow }) {
  const nameOf = useAccountNames();
  const words = silencedWords(row, nameOf);
  return words === null ? null : <p className={css['note']}>{visible(words)}</p>;
}
