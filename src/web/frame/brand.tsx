import { Link } from '@tanstack/react-router';
import css from './frame.module.css';
import { Wordmark } from './wordmark.tsx';

/** `compact`: only the sign where there is little room. */
export function Brand({ compact = false }: { readonly compact?: boolean }) {
  return (
    <Link to="/" className={css['brand']} data-compact={compact} aria-label="Understudy, first page">
      <Wordmark />
    </Link>
  );
}
