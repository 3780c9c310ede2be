import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { ActButton } from '#web/plain/form.tsx';
import { dayOf, minuteOf } from '#web/plain/minute-and-day.ts';
import { ActsCell, DateCell, Empty, Listing } from '#web/plain/page.tsx';
import { scopeName } from './scope-words.ts';

type Token = ReplyOf<'list-my-tokens'>['tokens'][number];

export interface TokenListProps {
  readonly label: string;
  readonly tokens: readonly Token[];
  readonly onTake: (token: string) => Promise<unknown>;
}

/** Tokens by their first signs, newest first; the tokens themselves are kept nowhere. */
export function TokenList({ label, tokens, onTake }: TokenListProps) {
  if (tokens.length === 0) return <Empty>There is none. A token lets a script ask what you can ask on these pages.</Empty>;
  return (
    <Listing label={label} heads={['Token', 'May', 'Holds until (UTC)', 'Last used (UTC)', '']}>
      {tokens.map(({ id, name, shown, scopes, expiresAt, usedAt }) => (
        <tr key={id}>
          <th scope="row">
            {visible(name)}
            <small>{shown} …</small>
          </th>
          <td>{scopes.map(scopeName).join(', ')}</td>
          <DateCell head="Holds until (UTC)">{dayOf(expiresAt)}</DateCell>
          <DateCell head="Last used (UTC)">{usedAt === null ? 'never' : minuteOf(usedAt)}</DateCell>
          <ActsCell>
            <ActButton small sure="Nothing that uses it works then. Really?" onAct={async () => await onTake(id)}>
              Take back
            </ActButton>
          </ActsCell>
        </tr>
      ))}
    </Listing>
  );
}
