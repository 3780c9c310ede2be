import { useState } from 'react';
import type { ReplyOf } from '#contract/operations.ts';
import { Field, Pick } from '#web/plain/field.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { Told } from '#web/plain/told.tsx';
import { useAct } from '#web/server/use-server.ts';
import { HAND_OVER } from './hand-over.ts';
import { ROLE_CHOICES } from './role-names.ts';

/** One account more, and the link by which its person comes in. */
export function Invite() {
  const { run } = useAct('invite');
  const [made, setMade] = useState<ReplyOf<'invite'> | null>(null);
  const go = async ({ name = '', email = '', role = 'member' }: Typed): Promise<void> => {
    setMade(await run({ body: { name, email, roles: role === 'member' ? [] : [role] } }));
  };
  return (
    <>
      <Form label="Invite somebody" go="Make the link" done="Made." onGo={go}>
        <Field label="Name" name="name" required />
        <Field label="E-mail address" name="email" type="email" required />
        <Pick label="Role beside that of a member" name="role" options={ROLE_CHOICES} defaultValue="member" />
      </Form>
      {made === null ? null : <Told say={HAND_OVER} text={made.link} />}
    </>
  );
}
