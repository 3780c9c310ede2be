import { Link } from '@tanstack/react-router';
import css from './frame.module.css';
import { Wordmark } from './wordmark.tsx';

export function Brand() {
  return (
    <Link to="/" className={css['brand']} aria-label="Understudy, first page">
      <Wordmark />
    </Link>
  );
}
