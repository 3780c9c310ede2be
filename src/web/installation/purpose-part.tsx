import type { ReplyOf } from '#contract/operations.ts';
import { PURPOSE_SENTENCE } from '#core/terms/purpose.ts';
import { ActButton } from '#web/plain/form.tsx';
import { useAct } from '#web/server/use-server.ts';
import css from './installation.module.css';

/** What an installation reads of its settings, and whether the reader may change them. */
export interface SettingsProps {
  readonly settings: ReplyOf<'read-settings'>;
  readonly maySet: boolean;
}

/** The purpose, and that those who set this up have said yes to it. */
export function PurposePart({ settings: { purposeAcknowledged, changes }, maySet }: SettingsProps) {
  const { run } = useAct('change-settings');
  const said = changes.find(({ key }) => key === 'purpose');
  return (
    <div className={css['block']}>
      <p className={css['purpose']}>{PURPOSE_SENTENCE}</p>
      {purposeAcknowledged ? <p>Acknowledged{said === undefined ? '' : ` on ${said.at.slice(0, 10)}`}.</p> : null}
      {purposeAcknowledged || maySet ? null : <p>Nobody who sets this up has acknowledged it yet.</p>}
      {maySet && !purposeAcknowledged ? (
        <div>
          <ActButton onAct={async () => await run({ body: { purpose: 'acknowledged' } })}>
            We use it for this and for nothing else
          </ActButton>
        </div>
      ) : null}
    </div>
  );
}
