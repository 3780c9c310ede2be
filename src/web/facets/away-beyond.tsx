import { useCodeowners } from '#web/facets/asked/use-beyond.ts';
import { ownersValueSchema } from '#contract/operations/beyond/owners-value.ts';
import { visible } from '#core/report/visible.ts';
import type { DaysAway } from '#web/data/world-context.ts';
import { NumberButton } from '#web/parts/number-button.tsx';
import { Mending } from './codeowners-part.tsx';
import css from './facets.module.css';
import { newlyStuck, sayStuck } from './stuck-words.ts';

/** Changes that nobody could approve while they are away, and could else. */
export function AwayBeyond({ people, from, to }: DaysAway) {
  const away = useCodeowners({ people, from, to }, 'owners-away').result;
  const here = useCodeowners({ from, to }, 'owners-here').result;
  if (away === null || here === null) return null;
  const value = ownersValueSchema.parse(away.value);
  if (value.files.length === 0) return null;
  const stuck = newlyStuck(away.rows, here.rows);
  return (
    <section className={css['beyond']} aria-label="What nobody could approve">
      <h2>What nobody could approve</h2>
      <p className={css['say']}>
        {sayStuck(stuck, value)} <NumberButton why="owners-away:gates">Why</NumberButton>
      </p>
      {stuck.length === 0 ? null : (
        <>
          <ul className={css['stuck']}>
            {stuck.map(({ line, pattern, gate }) => (
              <li key={line}>
                <code>{visible(pattern)}</code> {visible(gate)}
              </li>
            ))}
          </ul>
          <Mending rows={stuck} patch={value.patch} file={value.files[0]!} />
        </>
      )}
    </section>
  );
}
