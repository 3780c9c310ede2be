import { useState } from 'react';
import { listed } from '#core/terms/figures.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { Field, Tick } from '#web/plain/field.tsx';
import { Fold } from '#web/plain/fold.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';
import css from './beyond.module.css';
import { ChooseOne } from '#web/plain/choose-one.tsx';
import { ConnectedTold } from './connected-told.tsx';
import { familyWords } from '#web/judged/judged-words.ts';
import type { Kind } from './standing.ts';
import { EVERY, wishOf } from './wish-of.ts';

/** One connection more: first of which kind, then what that kind needs. */
export function AddConnection({ kinds }: { readonly kinds: readonly Kind[] }) {
  const [chosen, setChosen] = useState('');
  const [made, setMade] = useState<ReplyOf<'add-connection'> | null>(null);
  const kind = kinds.find((one) => one.kind === chosen);
  const choose = (to: string): void => {
    setChosen(to);
    setMade(null);
  };
  return (
    <>
      <div className={css['choose']}>
        <ChooseOne
          label="Kind of source"
          say="Choose …"
          options={kinds.map((one) => [one.kind, one.name])}
          chosen={chosen}
          onChoose={choose}
        />
      </div>
      {kind === undefined ? null : <About kind={kind} />}
      {made !== null ? (
        <ConnectedTold connected={made} />
      ) : kind === undefined || (kind.setUp === '' && kind.base === '' && kind.needs === '') ? null : (
        <NewConnection key={kind.kind} kind={kind} onMade={setMade} />
      )}
    </>
  );
}

function About({ kind: { name, reads, judges, files, setUp, needs } }: { readonly kind: Kind }) {
  return (
    <div className={css['about']}>
      <p>{reads}</p>
      <p>Would let us judge: {listed(judges.map(({ family }) => familyWords(family)))}.</p>
      {files === '' ? null : <p>Can be handed over as a file: {files}.</p>}
      {setUp === '' && needs === '' ? (
        <p>
          There is nothing to set up for {name}:{' '}
          {files === '' ? 'they are read with every scan of a repository' : 'hand its file over above'}.
        </p>
      ) : null}
    </div>
  );
}

interface NewConnectionProps {
  readonly kind: Kind;
  readonly onMade: (made: ReplyOf<'add-connection'>) => void;
}

function NewConnection({ kind, onMade }: NewConnectionProps) {
  const { run } = useAct('add-connection');
  const go = async (typed: Typed): Promise<void> => onMade(await run({ body: wishOf(kind.kind, typed) }));
  const hasApi = kind.needs !== '';
  return (
    <Form label={`Connect ${kind.name}`} go={`Connect ${kind.name}`} onGo={go}>
      <Field label="What people call it" name="name" hint={`Left empty, “${kind.kind}”.`} />
      {hasApi ? (
        <Fold say="Read what was before, by its API">
          <div className={css['fields']}>
            <Field label="Address of its API" name="base" placeholder={kind.base} hint="Left empty, the usual one." />
            <Field
              label="Token, to read what was before"
              name="credential"
              lines={2}
              hint={`${kind.needs} Left empty, only what is sent from now on is known. It is sealed before it is kept, and nobody sees it again.`}
            />
            {kind.asks === '' ? null : <Field label="What is read there, one a line" name="what" lines={2} hint={kind.asks} />}
            <Field label="Back to" name="since" type="date" />
            <Field label="Look for something new every … minutes" name="every" type="number" min={5} max={525_600} defaultValue={EVERY} />
            <Tick name="near" label="It stands in our own network: private addresses are all right." />
          </div>
        </Fold>
      ) : null}
      {kind.setUp === '' ? null : (
        <Field
          label="Secret, where the other side has made one"
          name="secret"
          minLength={8}
          autoComplete="off"
          hint={
            kind.secretThere
              ? 'It is made there, perhaps only once the address is entered: then hand it over later, under “Change” of the connection.'
              : 'Left empty, one is made and shown once, with the address to send to.'
          }
        />
      )}
    </Form>
  );
}
