import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplyOf } from '#contract/operations.ts';
import { Field } from '#web/plain/field.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { Problem } from '#web/parts/notice.tsx';
import { callServer } from '#web/server/call-server.ts';
import { useAct } from '#web/server/use-server.ts';
import { EntryFrame } from './entry-frame.tsx';

const HINT = 'Twelve characters or more; four words that nobody would expect beside each other are good.';

/** Where a one-time link leads: its secret stands behind `#`, which no server on the way ever sees. */
export function WelcomePage() {
  const [link] = useState(() => location.hash.slice(1));
  // Asked once: as soon as it is used it opens nothing more, and that is no news.
  const { data: seen, error: problem } = useQuery({
    queryKey: ['one-time link', link],
    queryFn: async () => await callServer('look-at-link', { body: { link } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (problem !== null) {
    return (
      <EntryFrame title="This link opens nothing">
        <Problem problem={problem} />
        <a href="/">Go to the first page</a>
      </EntryFrame>
    );
  }
  if (seen === undefined)
    return (
      <EntryFrame title="Looking at your link …">
        <output />
      </EntryFrame>
    );
  return seen.kind === 'first' ? <First link={link} /> : <Comes link={link} seen={seen} />;
}

/** Nobody is here yet: whoever holds this link becomes the first administrator. */
function First({ link }: { readonly link: string }) {
  const { run } = useAct('become-first-administrator', 'Me');
  const go = async ({ name = '', email = '', password = '' }: Typed): Promise<void> => {
    await run({ body: { link, name, email, password } });
    location.assign('/');
  };
  return (
    <EntryFrame title="Welcome to Understudy" say="You are the first here, so you administer: who comes in, and what is read.">
      <Form label="The first account" go="Begin" onGo={go}>
        <Field label="Your name" name="name" autoComplete="name" required first />
        <Field label="E-mail address" name="email" type="email" autoComplete="username" required />
        <Field label="Password" name="password" type="password" autoComplete="new-password" minLength={12} hint={HINT} required />
      </Form>
    </EntryFrame>
  );
}

/** An invitation, or a new password. */
function Comes({ link, seen }: { readonly link: string; readonly seen: ReplyOf<'look-at-link'> }) {
  const { run } = useAct('use-link', 'Me');
  const go = async ({ password = '' }: Typed): Promise<void> => {
    await run({ body: { link, password } });
    location.assign('/');
  };
  const invited = seen.kind === 'invitation';
  return (
    <EntryFrame
      title={invited ? `Welcome, ${seen.name ?? ''}` : 'Set a new password'}
      say={
        invited
          ? 'Choose a password. You see your own picture first, before anybody sees a finding about your work.'
          : 'Everywhere you are signed in, you will be asked for it again.'
      }
    >
      <Form label={invited ? 'Come in' : 'New password'} go={invited ? 'Come in' : 'Set it'} onGo={go}>
        <input type="email" name="email" value={seen.email ?? ''} autoComplete="username" readOnly hidden />
        <Field
          label={`Password for ${seen.email ?? ''}`}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={12}
          hint={HINT}
          required
          first
        />
      </Form>
    </EntryFrame>
  );
}
