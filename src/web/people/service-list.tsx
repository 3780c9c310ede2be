import { visible } from '#core/report/visible.ts';
import { Problem } from '#web/parts/notice.tsx';
import { Field } from '#web/plain/field.tsx';
import { Fold } from '#web/plain/fold.tsx';
import { ActButton, Form, type Typed } from '#web/plain/form.tsx';
import { useAct, useServer } from '#web/server/use-server.ts';
import { MakeToken } from '#web/tokens/make-token.tsx';
import { TokenList } from '#web/tokens/token-list.tsx';
import css from './people.module.css';

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
}

/** Accounts that nobody signs in with: scripts, agents, a directory. */
export function ServiceList({ services }: { readonly services: readonly Service[] }) {
  return (
    <>
      {services.map((service) => (
        <ServiceBlock key={service.id} service={service} />
      ))}
      <Fold say="Make a service">
        <MakeService />
      </Fold>
    </>
  );
}

function ServiceBlock({ service: { id, name, isActive } }: { readonly service: Service }) {
  const deactivate = useAct('deactivate-account');
  const reactivate = useAct('reactivate-account');
  const params = { account: id };
  return (
    <section className={css['service']} aria-label={visible(name)}>
      <h3 className={isActive ? undefined : css['gone']}>
        {visible(name)}
        {isActive ? '' : ' · deactivated: its tokens open nothing'}
      </h3>
      {isActive ? <ServiceTokens account={id} name={visible(name)} /> : null}
      <div>
        {isActive ? (
          <ActButton small sure="Really deactivate?" onAct={async () => await deactivate.run({ params })}>
            Deactivate
          </ActButton>
        ) : (
          <ActButton small onAct={async () => await reactivate.run({ params })}>
            Bring back
          </ActButton>
        )}
      </div>
    </section>
  );
}

function ServiceTokens({ account, name }: { readonly account: string; readonly name: string }) {
  const { result, problem } = useServer('list-service-tokens', { params: { account } });
  const make = useAct('make-service-token');
  const take = useAct('take-service-token');
  if (problem !== null && result === null) return <Problem problem={problem} />;
  return (
    <>
      <TokenList
        label={`Tokens of ${name}`}
        tokens={result?.tokens ?? []}
        onTake={async (token) => await take.run({ params: { account, token } })}
      />
      <Fold say={`Make a token for ${name}`}>
        <MakeToken
          label={`Make a token for ${name}`}
          scopes={['read', 'scim']}
          onMake={async (body) => await make.run({ params: { account }, body })}
        />
      </Fold>
    </>
  );
}

function MakeService() {
  const { run } = useAct('make-service');
  const go = async ({ name = '' }: Typed): Promise<unknown> => await run({ body: { name } });
  return (
    <Form label="Make a service" go="Make the service" done="Made; a token is made beside its name." onGo={go}>
      <Field label="Name of the service" name="name" required placeholder="Directory" />
    </Form>
  );
}
