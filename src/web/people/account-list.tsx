import { useState } from 'react';
import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { Chip, Chips, ChooseMore } from '#web/plain/chips.tsx';
import { ActButton } from '#web/plain/form.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { ActsCell, Listing } from '#web/plain/page.tsx';
import { Told } from '#web/plain/told.tsx';
import { useAct } from '#web/server/use-server.ts';
import { HAND_OVER } from './hand-over.ts';
import css from './people.module.css';
import { ROLE_CHOICES, roleName } from './role-names.ts';

type Account = ReplyOf<'list-accounts'>['accounts'][number];

export function AccountList({ accounts }: { readonly accounts: readonly Account[] }) {
  return (
    <Listing label="Accounts" heads={['Account', 'Roles', '']}>
      {accounts.map((account) => (
        <AccountRow key={account.id} account={account} />
      ))}
    </Listing>
  );
}

function AccountRow({ account }: { readonly account: Account }) {
  const reset = useAct('reset-password');
  const deactivate = useAct('deactivate-account', 'Answers');
  const reactivate = useAct('reactivate-account', 'Answers');
  const [link, setLink] = useState<string | null>(null);
  const params = { account: account.id };
  const isActive = account.state === 'active';
  return (
    <tr>
      <th scope="row" className={isActive ? undefined : css['gone']}>
        {visible(account.name)}
        <small>
          {visible(account.email ?? '')}
          {isActive ? '' : ' · deactivated: nobody comes in with it'}
        </small>
        {link === null ? null : <Told say={HAND_OVER} text={link} />}
      </th>
      <td>{isActive ? <Roles account={account} /> : null}</td>
      <ActsCell>
        {isActive ? (
          <ActButton small onAct={async () => setLink((await reset.run({ params })).link)}>
            New password link
          </ActButton>
        ) : null}
        {isActive ? (
          <ActButton small sure="Really deactivate?" onAct={async () => await deactivate.run({ params })}>
            Deactivate
          </ActButton>
        ) : (
          <ActButton small onAct={async () => await reactivate.run({ params })}>
            Bring back
          </ActButton>
        )}
      </ActsCell>
    </tr>
  );
}

/** Each role with a way to take it; one more can be given. */
function Roles({ account }: { readonly account: Account }) {
  const take = useAct('take-role');
  const give = useAct('give-role');
  const held = new Set(account.roles.filter(({ team, area }) => team === null && area === null).map(({ role }) => role));
  const problem = take.problem ?? give.problem;
  const params = { account: account.id };
  return (
    <>
      <Chips>
        {account.roles.map(({ id, role, team, area }) => (
          <Chip
            key={id}
            take={`Take the role ${roleName(role)} from ${account.name}`}
            onTake={async () => await take.run({ params: { ...params, grant: id } })}
          >
            {roleName(role)}
            {area === null ? '' : ` of ${visible(area)}`}
            {team === null ? '' : ' of a team'}
          </Chip>
        ))}
        <ChooseMore
          label={`Give ${account.name} another role`}
          say="Give a role …"
          options={ROLE_CHOICES.filter(([role]) => !held.has(role))}
          onChoose={async (role) => await give.run({ params, body: { role } })}
        />
      </Chips>
      {problem === null ? null : <Problem problem={problem} />}
    </>
  );
}
