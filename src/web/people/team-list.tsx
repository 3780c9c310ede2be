import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { Problem } from '#web/parts/notice.tsx';
import { Chip, Chips, ChooseMore } from '#web/plain/chips.tsx';
import { Field } from '#web/plain/field.tsx';
import { Fold } from '#web/plain/fold.tsx';
import { ActButton, Form, type Typed } from '#web/plain/form.tsx';
import { dayOf } from '#web/plain/minute-and-day.ts';
import { ActsCell, Empty, Listing } from '#web/plain/page.tsx';
import { useAct, useServer } from '#web/server/use-server.ts';

type Team = ReplyOf<'list-teams'>['teams'][number];

/** Somebody who can be made a member. */
export interface Joining {
  readonly id: string;
  readonly name: string;
}

/** Teams by name, and who is in them by name. */
export function TeamList({ joining }: { readonly joining: readonly Joining[] }) {
  const { result, problem } = useServer('list-teams', {});
  if (problem !== null && result === null) return <Problem problem={problem} />;
  if (result === null) return <output aria-busy="true" />;
  return (
    <>
      {result.teams.length === 0 ? (
        <Empty>
          There is no team yet. Roles can be given for one team, and sums over teams are told only where enough people stand in them.
        </Empty>
      ) : (
        <Listing label="Teams" heads={['Team', 'Who is in it', '']}>
          {result.teams.map((team) => (
            <TeamRow key={team.id} team={team} joining={joining} />
          ))}
        </Listing>
      )}
      <Fold say="Make a team">
        <MakeTeam />
      </Fold>
    </>
  );
}

function TeamRow({ team, joining }: { readonly team: Team; readonly joining: readonly Joining[] }) {
  const end = useAct('end-team', 'Answers', 'Who is who');
  const former = team.members.filter(({ until }) => until !== null);
  return (
    <tr>
      <th scope="row">{visible(team.name)}</th>
      <td>
        <Members team={team} joining={joining} />
        {former.length === 0 ? null : (
          <small>Before: {former.map(({ name, from, until }) => `${visible(name)} (${dayOf(from)} – ${dayOf(until!)})`).join(', ')}</small>
        )}
      </td>
      <ActsCell>
        <ActButton small sure="End it for everybody?" onAct={async () => await end.run({ params: { team: team.id } })}>
          End the team
        </ActButton>
      </ActsCell>
    </tr>
  );
}

function Members({ team, joining }: { readonly team: Team; readonly joining: readonly Joining[] }) {
  const join = useAct('join-team', 'Answers', 'Who is who');
  const leave = useAct('leave-team', 'Answers', 'Who is who');
  const now = team.members.filter(({ until }) => until === null);
  const inside = new Set(now.map(({ accountId }) => accountId));
  const paramsOf = (account: string) => ({ params: { team: team.id, account } });
  const problem = join.problem ?? leave.problem;
  return (
    <>
      <Chips>
        {now.map(({ accountId, name }) => (
          <Chip
            key={accountId}
            take={`Take ${visible(name)} out of ${visible(team.name)}`}
            onTake={async () => await leave.run(paramsOf(accountId))}
          >
            {visible(name)}
          </Chip>
        ))}
        <ChooseMore
          label={`Add somebody to ${visible(team.name)}`}
          say="Add somebody …"
          options={joining.filter(({ id }) => !inside.has(id)).map(({ id, name }) => [id, visible(name)] as const)}
          onChoose={async (account) => await join.run(paramsOf(account))}
        />
      </Chips>
      {problem === null ? null : <Problem problem={problem} />}
    </>
  );
}

function MakeTeam() {
  const { run } = useAct('make-team');
  const go = async ({ name = '' }: Typed): Promise<unknown> => await run({ body: { name } });
  return (
    <Form label="Make a team" go="Make the team" done="Made." onGo={go}>
      <Field label="Name of the team" name="name" required />
    </Form>
  );
}
