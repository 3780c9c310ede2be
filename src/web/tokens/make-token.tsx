import { useState } from 'react';
import type { Scope } from '#contract/operations/operation.ts';
import { Field, Tick } from '#web/plain/field.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { Told } from '#web/plain/told.tsx';
import { SCOPE_WORDS } from './scope-words.ts';
import css from './tokens.module.css';

const DAYS = { usual: 90, most: 366 } as const;

interface Wish {
  readonly name: string;
  readonly scopes: Scope[];
  readonly days: number;
}

export interface MakeTokenProps {
  readonly label: string;
  /** Those it can be given; the first is ticked. */
  readonly scopes: readonly Scope[];
  readonly onMake: (wish: Wish) => Promise<{ readonly token: string }>;
}

/** One token more, told once. */
export function MakeToken({ label, scopes, onMake }: MakeTokenProps) {
  const [token, setToken] = useState<string | null>(null);
  const go = async (typed: Typed): Promise<void> => {
    setToken(null);
    const wished = scopes.filter((scope) => typed[scope] !== undefined);
    setToken((await onMake({ name: typed['name'] ?? '', scopes: wished, days: Number(typed['days'] ?? DAYS.usual) })).token);
  };
  return (
    <>
      <Form label={label} go="Make the token" done="Made." onGo={go}>
        <Field label="What it is for" name="name" required />
        <fieldset className={css['scopes']}>
          <legend>It may</legend>
          {scopes.map((scope, at) => (
            <Tick key={scope} name={scope} label={SCOPE_WORDS[scope]} defaultChecked={at === 0} />
          ))}
        </fieldset>
        <Field label="Days until it ends" name="days" type="number" min={1} max={DAYS.most} defaultValue={DAYS.usual} required />
      </Form>
      {token === null ? null : <Told say="Keep this token now; it is not shown again, and stands in no log." text={token} />}
    </>
  );
}
