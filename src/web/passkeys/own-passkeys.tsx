import { visible } from '#core/report/visible.ts';
import { Problem } from '#web/parts/notice.tsx';
import { Field } from '#web/plain/field.tsx';
import { ActButton, Form, type Typed } from '#web/plain/form.tsx';
import { dayOf, minuteOf } from '#web/plain/minute-and-day.ts';
import { ActsCell, DateCell, Empty, Listing } from '#web/plain/page.tsx';
import { useAct, useServer } from '#web/server/use-server.ts';
import { authenticatorMakes } from './authenticator.ts';
import { hasPasskeys } from './has-passkeys.ts';
import css from './passkeys.module.css';

/** One's own passkeys, and one more where this browser can make it. */
export function OwnPasskeys() {
  const { result, problem } = useServer('list-my-passkeys', {});
  const remove = useAct('remove-my-passkey');
  if (problem !== null && result === null) return <Problem problem={problem} />;
  if (result === null) return <output aria-busy="true" />;
  return (
    <div className={css['own']}>
      {result.passkeys.length === 0 ? null : (
        <Listing label="Your passkeys" heads={['Passkey', 'Since (UTC)', 'Last used (UTC)', '']}>
          {result.passkeys.map(({ id, name, madeAt, usedAt }) => (
            <tr key={id}>
              <th scope="row">{visible(name)}</th>
              <DateCell head="Since (UTC)">{dayOf(madeAt)}</DateCell>
              <DateCell head="Last used (UTC)">{usedAt === null ? 'never' : minuteOf(usedAt)}</DateCell>
              <ActsCell>
                <ActButton small sure="It opens nothing then. Really?" onAct={async () => await remove.run({ params: { passkey: id } })}>
                  Remove
                </ActButton>
              </ActsCell>
            </tr>
          ))}
        </Listing>
      )}
      {hasPasskeys() ? (
        <AddPasskey />
      ) : (
        <Empty>
          None can be made on this page: passkeys need a browser that knows them, https or this very machine, and an address that is a name
          rather than numbers.
        </Empty>
      )}
    </div>
  );
}

function AddPasskey() {
  const begin = useAct('begin-my-passkey');
  const add = useAct('add-my-passkey');
  const go = async ({ name = '' }: Typed): Promise<void> => {
    const { ceremony, options } = await begin.run({});
    await add.run({ body: { ceremony, name, response: await authenticatorMakes(options) } });
  };
  return (
    <Form label="Add a passkey" go="Add a passkey" done="Added; from now on it lets you in." onGo={go}>
      <Field label="What you call it" name="name" required hint="Where it lies, for example: my laptop. The browser asks for the rest." />
    </Form>
  );
}
