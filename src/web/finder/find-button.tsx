import { Icon } from '#web/look/icons.tsx';
import css from './finder.module.css';

/** Opens the palette; `/` does too. */
export function FindButton({ title, onFind }: { readonly title: string; readonly onFind: () => void }) {
  return (
    <button type="button" className={css['search']} onClick={onFind} aria-label={title}>
      <Icon name="search" />
      <span>Find</span>
      <kbd>/</kbd>
    </button>
  );
}
