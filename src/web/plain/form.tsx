import type { ReactNode } from 'react';
import { useState } from 'react';
import css from './form.module.css';
import { Problem } from '#web/parts/notice.tsx';

/** What was typed: every field by its name; an unticked box is not there. */
export type Typed = Readonly<Record<string, string | undefined>>;

export interface FormProps {
  readonly label: string;
  readonly go: string;
  readonly onGo: (typed: Typed) => Promise<unknown>;
  /** Said when it went well; without it the page itself changes. */
  readonly done?: string;
  readonly children: ReactNode;
  readonly beside?: ReactNode;
}

/** Some fields and one button. What goes wrong is said above the button, with what helps; what was typed stays. */
export function Form({ label, go, onGo, done, children, beside }: FormProps) {
  const [state, setState] = useState<'open' | 'sending' | 'done' | Error>('open');
  const send = async (form: HTMLFormElement): Promise<void> => {
    const entries = [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : undefined] as const);
    setState('sending');
    await onGo(Object.fromEntries(entries)).then(
      () => {
        if (done !== undefined) form.reset();
        setState('done');
      },
      (reason: unknown) => setState(reason instanceof Error ? reason : new Error(String(reason))),
    );
  };
  return (
    <form
      aria-label={label}
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget);
      }}
    >
      {children}
      {state instanceof Error ? <Problem problem={state} /> : null}
      <div className={css['acts']}>
        <button type="submit" className={css['go']} disabled={state === 'sending'}>
          {go}
        </button>
        {beside}
        <output className={css['done']}>{state === 'done' ? done : ''}</output>
      </div>
    </form>
  );
}

export interface ActButtonProps {
  readonly onAct: () => Promise<unknown>;
  /** Something that cannot be taken back is asked for twice: the second time in these words. */
  readonly sure?: string;
  readonly small?: boolean;
  readonly children: ReactNode;
}

/** One act on one thing. */
export function ActButton({ onAct, sure, small = false, children }: ActButtonProps) {
  const [state, setState] = useState<'calm' | 'asked' | 'running' | Error>('calm');
  const act = async (): Promise<void> => {
    if (sure !== undefined && state !== 'asked') return setState('asked');
    setState('running');
    await onAct().then(
      () => setState('calm'),
      (reason: unknown) => setState(reason instanceof Error ? reason : new Error(String(reason))),
    );
  };
  return (
    <>
      <button
        type="button"
        className={small ? `${css['act']} ${css['small']}` : css['act']}
        data-grave={state === 'asked'}
        disabled={state === 'running'}
        onClick={() => void act()}
        onBlur={() => setState((before) => (before === 'asked' ? 'calm' : before))}
      >
        {state === 'asked' ? sure : children}
      </button>
      {state instanceof Error ? <Problem problem={state} /> : null}
    </>
  );
}
