import type { ReplyOf } from '#contract/operations.ts';
import { RETENTION_TERMS, type Retained } from '#core/retention/retention-terms.ts';
import { Field } from '#web/plain/field.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { Listing } from '#web/plain/page.tsx';
import { useAct } from '#web/server/use-server.ts';

const KEPT = Object.keys(RETENTION_TERMS) as readonly Retained[];

interface RetentionProps {
  readonly retention: ReplyOf<'read-settings'>['retention'];
  readonly maySet: boolean;
}

/** How long what is kept, and what becomes of it. */
export function RetentionPart({ retention, maySet }: RetentionProps) {
  return maySet ? <Terms retention={retention} /> : <TermsRead retention={retention} />;
}

function Terms({ retention }: Pick<RetentionProps, 'retention'>) {
  const { run } = useAct('change-settings');
  const go = async (typed: Typed): Promise<unknown> => {
    const changed = KEPT.filter((kept) => Number(typed[kept]) !== retention[kept]);
    return await run({ body: { retention: Object.fromEntries(changed.map((kept) => [kept, Number(typed[kept])])) } });
  };
  return (
    <Form label="How long anything is kept" go="Keep these terms" done="These terms hold now." onGo={go}>
      {KEPT.map((kept) => {
        const { what, days, afterwards } = RETENTION_TERMS[kept];
        return (
          <Field
            key={kept}
            label={sentence(what)}
            name={kept}
            type="number"
            min={1}
            max={days}
            required
            defaultValue={retention[kept]}
            hint={`Days, at most ${days}; afterwards ${afterwards}.`}
          />
        );
      })}
    </Form>
  );
}

function TermsRead({ retention }: Pick<RetentionProps, 'retention'>) {
  return (
    <Listing label="How long anything is kept" heads={['What', 'Days at most', 'Afterwards']}>
      {KEPT.map((kept) => (
        <tr key={kept}>
          <th scope="row">{sentence(RETENTION_TERMS[kept].what)}</th>
          <td>{retention[kept]}</td>
          <td>{RETENTION_TERMS[kept].afterwards}</td>
        </tr>
      ))}
    </Listing>
  );
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
