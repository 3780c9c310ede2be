import type { Limits } from '#contract/operations/signals/own-limits.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { visible } from '#core/report/visible.ts';
import { RETENTION_TERMS, type Retained } from '#core/retention/retention-terms.ts';
import { Empty, Listing } from '#web/plain/page.tsx';
import { minuteOf } from '#web/privacy/minute-of.ts';
import { limitsWords, type SignalSetting } from './limits-words.ts';
import { useAccountNames } from '#web/people/use-account-names.ts';

type ChangeHistoryProps = Pick<ReplyOf<'read-settings'>, 'changes' | 'signals'>;

/** What was changed when and why. Administrators know accounts by name; whoever else reads this sees keys. */
export function ChangeHistory({ changes, signals }: ChangeHistoryProps) {
  const nameOf = useAccountNames();
  if (changes.length === 0) return <Empty>Nothing was changed yet: everything is as it was installed.</Empty>;
  return (
    <Listing label="What was changed" heads={['When (UTC)', 'What', 'Why', 'By whom']}>
      {changes.map(({ key, value, reason, by, at }) => (
        <tr key={`${at} ${key}`}>
          <td>{minuteOf(at)}</td>
          <td>{key === 'signals' ? limitsChanged(value, signals) : changedWords(key, value)}</td>
          <td>{visible(reason)}</td>
          <td>{nameOf(by)}</td>
        </tr>
      ))}
    </Listing>
  );
}

function changedWords(key: string, value: unknown): string {
  if (key === 'mode') return `${String(value)} mode`;
  if (key === 'purpose') return 'purpose acknowledged';
  if (key === 'retention') return termsWords(value as Readonly<Record<string, number>>);
  return visible(`${key}: ${JSON.stringify(value)}`);
}

/** All limits of the team’s own as they held from then on. */
function limitsChanged(value: unknown, signals: readonly SignalSetting[]): string {
  const own = value as Readonly<Record<string, Partial<Limits>>>;
  const said = signals.flatMap(({ signal, name, unit }) =>
    own[signal] === undefined ? [] : [`${name}: ${limitsWords(own[signal], unit)}`],
  );
  return said.length === 0 ? 'signals: all as shipped' : visible(`signals: ${said.join('; ')}`);
}

function termsWords(terms: Readonly<Record<string, number>>): string {
  const said = Object.entries(terms).map(([kept, days]) => `${RETENTION_TERMS[kept as Retained]?.what ?? kept}: ${days} days`);
  return visible(said.join('; '));
}
