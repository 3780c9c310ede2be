import { useClipboard } from '@mantine/hooks';
import { Icon } from '#web/look/icons.tsx';
import css from './copy-button.module.css';

interface CopyButtonProps {
  readonly say: string;
  /** Said for a moment afterwards. */
  readonly done: string;
  readonly text: () => string;
}

/** Takes a text along. */
export function CopyButton({ say, done, text }: CopyButtonProps) {
  const clipboard = useClipboard({ timeout: 1800 });
  return (
    <button type="button" className={css['copy']} onClick={() => clipboard.copy(text())}>
      <Icon name="link" size={14} /> <span aria-live="polite">{clipboard.copied ? done : say}</span>
    </button>
  );
}
