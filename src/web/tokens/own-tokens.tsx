import { Fold } from '#web/plain/fold.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { useAct, useServer } from '#web/server/use-server.ts';
import { useMe } from '#web/team/me-context.ts';
import { MakeToken } from './make-token.tsx';
import { TokenList } from './token-list.tsx';
import css from './tokens.module.css';

/** Tokens for one's own scripts. */
export function OwnTokens() {
  const administers = useMe().may.includes('configure');
  const { result, problem } = useServer('list-my-tokens', {});
  const make = useAct('make-my-token');
  const take = useAct('take-my-token');
  if (problem !== null && result === null) return <Problem problem={problem} />;
  return (
    <div className={css['own']}>
      <TokenList label="Your tokens" tokens={result?.tokens ?? []} onTake={async (token) => await take.run({ params: { token } })} />
      <Fold say="Make a token">
        <MakeToken
          label="Make a token"
          scopes={administers ? ['read', 'act', 'configure'] : ['read', 'act']}
          onMake={async (body) => await make.run({ body })}
        />
      </Fold>
    </div>
  );
}
