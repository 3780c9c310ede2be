import { type ReactNode, useState } from 'react';
import css from './told.module.css';

/** Something to hand over or to keep, which may be told only this once. */
export function Told({ say, text }: { readonly say: ReactNode; readonly text: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => setCopied(await copied(text));
  return (
    <div className={css['told']} role="status">
      <p>{say}</p>
      <code>{text}</code>
      <button type="button" onClick={() => void copy()}>
        {isCopied ? 'Copied' : 'Copy'}
      </button>
    </div>
  );
}

/** Browsers let pages copy only where the connection is safe; elsewhere the text can still be marked by hand. */
async function copied(text: string): Promise<boolean> {
  const board = navigator.clipboard as Clipboard | undefined;
  if (board === undefined) return false;
  return await board.writeText(text).then(
    () => true,
    () => false,
  );
}
