import { useState } from 'react';
import { type Mode, MODES } from '#core/policy/viewer.ts';
import { Field } from '#web/plain/field.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';
import css from './installation.module.css';
import { changeWords, MODE_NAMES, MODE_WORDS } from './mode-words.ts';
import type { SettingsProps } from './purpose-part.tsx';

/** The three modes in words; another one is chosen only after reading what it changes, and with a reason. */
export function ModePart({ settings: { mode, chosen }, maySet }: SettingsProps) {
  const [wanted, setWanted] = useState<Mode>(mode);
  return (
    <div className={css['block']}>
      <p>{standingWords(mode, chosen)}</p>
      <fieldset className={css['modes']} disabled={!maySet}>
        <legend className="away-from-eyes">Mode</legend>
        {MODES.map((one) => (
          <label key={one} data-chosen={wanted === one}>
            <input type="radio" name="mode" value={one} checked={wanted === one} onChange={() => setWanted(one)} />
            <strong>
              {MODE_NAMES[one]}
              {one === mode ? ' · holds now' : ''}
            </strong>
            <span>{MODE_WORDS[one]}</span>
          </label>
        ))}
      </fieldset>
      {maySet && wanted !== chosen ? <ChangeMode key={wanted} from={mode} to={wanted} /> : null}
    </div>
  );
}

function ChangeMode({ from, to }: { readonly from: Mode; readonly to: Mode }) {
  const { run } = useAct('change-settings', 'Me', 'Answers');
  const go = async ({ reason = '' }: Typed): Promise<unknown> => await run({ body: { mode: to, reason } });
  return (
    <div className={css['change']}>
      <p>
        <strong>{from === to ? `Choose ${to} mode:` : `From ${from} to ${to} mode:`}</strong> {changeWords(from, to)}
      </p>
      <Form label={`Change to ${to} mode`} go={from === to ? `Choose ${to} mode` : `Change to ${to} mode`} onGo={go}>
        <Field
          label="Why?"
          name="reason"
          lines={2}
          required
          hint="A sentence, for everybody whom it concerns. It stays in the history and in the access log."
        />
      </Form>
    </div>
  );
}

function standingWords(mode: Mode, chosen: Mode | null): string {
  if (chosen === null) return `Nobody has chosen yet; until somebody does, ${mode} mode holds.`;
  return chosen === mode
    ? `${MODE_NAMES[mode]} mode was chosen, and holds.`
    : `${MODE_NAMES[chosen]} mode was chosen and has ended by itself, because somebody else could look; ${mode} mode holds.`;
}
