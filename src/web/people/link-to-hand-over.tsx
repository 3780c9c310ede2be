import css from './people.module.css';

/** A one-time link, shown once: the server keeps only its digest. */
export function LinkToHandOver({ link }: { readonly link: string }) {
  return (
    <div className={css['link']} role="status">
      <p>Hand this link over now; it is not shown again, and works once.</p>
      <code>{link}</code>
      <button type="button" onClick={() => void navigator.clipboard.writeText(link)}>
        Copy
      </button>
    </div>
  );
}
