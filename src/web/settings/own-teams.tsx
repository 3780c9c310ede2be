import { visible } from '#core/report/visible.ts';
import { useServer } from '#web/server/use-server.ts';

/** Which teams one belongs to now, in one sentence. */
export function OwnTeams() {
  const teams = useServer('my-belongings', {}).result?.teams ?? [];
  const names = teams.map(({ name }) => visible(name));
  if (names.length === 0) return <p>You are in no team; an administrator can put you into one.</p>;
  return <p>{names.length === 1 ? `You are in the team ${names[0]}.` : `You are in the teams ${names.join(', ')}.`}</p>;
}
