import { useState } from 'react';
import { visible } from '#core/report/visible.ts';
import { Empty } from '#web/plain/page.tsx';
import { Field, Tick } from '#web/plain/field.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { useAct, useServer } from '#web/server/use-server.ts';
import css from './names.module.css';

/** What was chosen before the page was opened, as its address says it. */
export interface Chosen {
  readonly source?: string;
  readonly area?: string;
}

const HOURS = { least: 1, most: 24, usual: 4 } as const;

/** Which areas, for how long, and why; a repository first. */
export function AskForNames({ source, area }: Chosen) {
  const { result } = useServer('answer-repositories', {});
  const read = (result?.rows ?? []).filter(({ judged }) => judged !== null);
  const [picked, setPicked] = useState<string | null>(source ?? null);
  const meant = read.find(({ id, repository }) => id === picked || repository === picked) ?? read[0];
  if (result !== null && meant === undefined) return <Empty>Nothing is read yet, so nobody carries anything here.</Empty>;
  if (meant === undefined) return <output aria-busy="true" />;
  return (
    <div className={css['ask']}>
      {read.length > 1 ? (
        <label className={css['pick']}>
          Repository
          <select value={meant.id} onChange={({ target }) => setPicked(target.value)}>
            {read.map(({ id, repository }) => (
              <option key={id} value={id}>
                {visible(repository)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <AreasForm key={meant.id} source={meant.id} name={meant.repository} area={area} />
    </div>
  );
}

function AreasForm({ source, name, area }: { readonly source: string; readonly name: string; readonly area: string | undefined }) {
  const { result } = useServer('answer-areas', { params: { source }, query: {} });
  const { run } = useAct('ask-for-names');
  const areas = (result?.rows ?? []).map((row) => String((row as { readonly area?: unknown }).area));
  const go = async ({ reason = '', hours = '', ...ticked }: Typed): Promise<void> => {
    await run({ body: { source, areas: areas.filter((_, i) => ticked[`area-${i}`] !== undefined), reason, hours: Number(hours) } });
  };
  if (result === null) return <output aria-busy="true" />;
  return (
    <Form label="Ask for names" go="Ask the council" done="Asked. It waits for the council." onGo={go}>
      <fieldset className={css['areas']}>
        <legend>Areas of {visible(name)} whose carriers you need to reach</legend>
        <div>
          {areas.map((one, i) => (
            <Tick key={one} label={visible(one)} name={`area-${i}`} defaultChecked={one === area || one === `${area}/`} />
          ))}
        </div>
      </fieldset>
      <Field
        label="For how many hours?"
        name="hours"
        type="number"
        min={HOURS.least}
        max={HOURS.most}
        defaultValue={HOURS.usual}
        required
        hint="A day at most, from when the council agrees."
      />
      <Field label="Why?" name="reason" lines={2} required hint="A sentence. The council decides by it, and whoever is named reads it." />
    </Form>
  );
}
