import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { counted } from '#core/terms/figures.ts';
import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { Problem } from '#web/parts/notice.tsx';
import { callServer } from '#web/server/call-server.ts';
import { useServer } from '#web/server/use-server.ts';
import css from './beyond.module.css';
import { ChooseOne } from '#web/plain/choose-one.tsx';
import type { Kind } from './standing.ts';

/** As the server takes it. */
const MOST = 24 * 1024 * 1024;
const SOON = 1000;

type Taken = ReplyOf<'import-file'>;
interface Given {
  readonly key: string;
  readonly name: string;
  readonly became: 'sending' | Error | Taken;
}

/** Files from the disk of whoever looks, one after the other; each with what became of it. */
export function HandOver({ kinds }: { readonly kinds: readonly Kind[] }) {
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [kind, setKind] = useState('');
  const send = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      setGiven((before) => [...before, { key: `${before.length} ${file.name}`, name: file.name, became: 'sending' }]);
      const became = await handedOver(file, kind);
      setGiven((before) => [...before.slice(0, -1), { ...before.at(-1)!, became }]);
    }
  };
  const choices = kinds.filter(({ files }) => files !== '').map((one) => [one.kind, one.name] as const);
  return (
    <>
      <div className={css['choose']}>
        <ChooseOne label="What it is" say="recognised by what stands in it" options={choices} chosen={kind} onChoose={setKind} />
        <label className={css['fileField']}>
          <span>Files</span>
          <input
            type="file"
            multiple
            disabled={given.at(-1)?.became === 'sending'}
            onChange={({ currentTarget }) => {
              const files = [...(currentTarget.files ?? [])];
              currentTarget.value = '';
              void send(files);
            }}
          />
          <small>Up to 24 MB each; larger ones with understudy import on the server.</small>
        </label>
      </div>
      {given.length === 0 ? null : (
        <ul className={css['files']} aria-label="Files handed over">
          {given.map(({ key, name, became }) => (
            <li key={key}>
              <strong>{visible(name)}</strong>
              {became === 'sending' ? (
                <Waiting say="on its way" />
              ) : became instanceof Error ? (
                <Problem problem={became} />
              ) : (
                <Followed taken={became} />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

async function handedOver(file: File, kind: string): Promise<Error | Taken> {
  if (file.size > MOST)
    return Object.assign(new Error('It is larger than 24 MB.'), { remedy: 'Copy it to the server and run there: understudy import FILE' });
  return await callServer('import-file', { query: { name: file.name, ...(kind === '' ? {} : { as: kind }) }, file }).catch(
    (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
  );
}

function Waiting({ say }: { readonly say: string }) {
  return (
    <span role="status">
      {say}
      <progress className={css['wait']} aria-label={say} />
    </span>
  );
}

/** From taken to told; what it brought is seen elsewhere on the page as soon as it is there. */
function Followed({ taken: { kind, connection, number } }: { readonly taken: Taken }) {
  const client = useQueryClient();
  const { result, problem } = useServer('follow-import', { params: { number: String(number) } }, (reply) =>
    reply === undefined || reply.state === 'waiting' ? SOON : undefined,
  );
  const isOver = result !== null && result.state !== 'waiting';
  useEffect(() => {
    if (isOver) for (const id of ['list-connections', 'list-judged']) void client.invalidateQueries({ queryKey: ['Connections', id] });
  }, [client, isOver]);
  if (problem !== null) return <Problem problem={problem} />;
  if (!isOver) return <Waiting say={`recognised as ${visible(kind)}; a worker reads it`} />;
  return (
    <span role="status">
      {saidOf(result)} <small>Told to {visible(connection)}.</small>
      {result.problem === '' ? null : <p>First of what was skipped: {visible(result.problem)}</p>}
    </span>
  );
}

function saidOf({ state, fresh, known, skipped, problem }: ReplyOf<'follow-import'>): string {
  if (state === 'gone') return 'It is not kept any more: its connection was removed, or its term is over.';
  if (state === 'bad') return `Nothing of it was kept: ${visible(problem)}`;
  return `${counted(fresh, 'new fact')}, ${counted(known, 'fact')} known, ${counted(skipped, 'record')} skipped.`;
}
