import { useEffect, useState } from 'react';
import { visible } from '#core/report/visible.ts';
import type { ReplyOf } from '#contract/operations.ts';
import { ActButton } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';
import css from './names.module.css';
import type { Opening } from './opening-words.ts';

type Named = ReplyOf<'read-opened-names'>;

/** Names are asked for by hand, because each reading is on record; when their time is over they leave the page. */
export function OpenedNames({ opening: { id, until } }: { readonly opening: Opening }) {
  const { run } = useAct('read-opened-names');
  const [named, setNamed] = useState<Named | null>(null);
  useEffect(() => {
    if (named === null || until === null) return undefined;
    const timer = setTimeout(() => setNamed(null), Math.max(0, Date.parse(until) - Date.now()));
    return () => clearTimeout(timer);
  }, [named, until]);
  if (named !== null) return <NameList named={named} />;
  return (
    <>
      <p>Each reading is written down before you see a name, and those who are named find it on their own page.</p>
      <div className={css['acts']}>
        <ActButton small onAct={async () => setNamed(await run({ params: { opening: id } }))}>
          Show the names
        </ActButton>
      </div>
    </>
  );
}

function NameList({ named: { areas } }: { readonly named: Named }) {
  return (
    <dl className={css['names']} aria-label="Names">
      {areas.map(({ area, name, carriers, unnamed }) => (
        <div key={area}>
          <dt>{visible(name)}</dt>
          <dd>
            {carriers.map(visible).join(', ')}
            {unnamed === 0 ? null : (
              <small>
                {unnamed === 1 ? 'one more has' : `${unnamed} more have`} come since it was asked, and {unnamed === 1 ? 'stays' : 'stay'}{' '}
                without a name
              </small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
