import { visible } from '#core/report/visible.ts';
import { Field, Tick } from '#web/plain/field.tsx';
import { Fold } from '#web/plain/fold.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';
import type { Connection, Kind } from './standing.ts';
import { linesOf } from './wish-of.ts';

/** Name, whether it takes anything in, and where there is an API: what is read, how often, and with which token. */
export function ChangeConnection({ one, kind }: { readonly one: Connection; readonly kind: Kind | undefined }) {
  const { run } = useAct('change-connection');
  const rotate = useAct('rotate-secret');
  const hasApi = kind !== undefined && kind.needs !== '';
  const params = { connection: one.id };
  const change = async ({ name = '', on, what = '', every = '', credential = '', secret = '' }: Typed): Promise<unknown> => {
    if (secret.trim() !== '') await rotate.run({ params, body: { secret: secret.trim() } });
    return await run({
      params,
      body: {
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        state: on === undefined ? 'off' : 'on',
        ...(hasApi ? { what: linesOf(what), everyMinutes: Number(every) } : {}),
        ...(credential.trim() === '' ? {} : { credential: credential.trim() }),
      },
    });
  };
  return (
    <Fold say="Change">
      <Form label={`Change ${visible(one.name)}`} go="Change it" onGo={change}>
        <Field label="What people call it" name="name" defaultValue={one.name} required />
        <Tick name="on" label="Takes in what is sent, and reads" defaultChecked={one.state === 'on'} />
        {hasApi ? (
          <>
            <Field label="What is read there, one a line" name="what" lines={2} defaultValue={one.what.join('\n')} />
            <Field label="Every … minutes" name="every" type="number" min={5} max={525_600} defaultValue={one.everyMinutes} />
            <Field label="New token" name="credential" lines={2} hint="Left empty, the one that it has." />
          </>
        ) : null}
        {kind?.secretThere === true ? (
          <Field
            label="Secret that the other side made"
            name="secret"
            minLength={8}
            autoComplete="off"
            hint={one.secrets.length === 0 ? 'Without it nothing that is sent is taken.' : 'Left empty, those that it has.'}
          />
        ) : null}
      </Form>
    </Fold>
  );
}
