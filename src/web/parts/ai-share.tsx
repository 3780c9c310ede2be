import { percentOf } from '#core/terms/figures.ts';
import type { AreaRow } from '#core/world/area-rows.ts';
import { NumberButton } from './number-button.tsx';
import css from './ai-share.module.css';

/** Below this part of an area's work AI is a trace and not worth a line. */
const TRACE = 0.01;

/** What AI wrote here and what no person has shown to understand; nothing where there is none. By trailers only, never by style. */
export function AiShare({ row, why }: { readonly row: AreaRow; readonly why: string }) {
  const lines = [
    ['Nobody has shown to understand', row.notUnderstood, 'of the expected work'],
    ['Made by AI agents', row.byAgents, 'of recent changes'],
    ['Made with AI assistance', row.assisted, 'of recent changes'],
  ] as const;
  const shown = lines.flatMap(([label, share, of]) => (share === null || share < TRACE ? [] : [{ label, share, of }]));
  if (shown.length === 0) return null;
  return (
    <dl className={css['ai']}>
      {shown.map(({ label, share, of }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <NumberButton why={why}>{percentOf(share)}</NumberButton> {of}
          </dd>
        </div>
      ))}
    </dl>
  );
}
