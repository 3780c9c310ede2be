import { ABSENCE_KINDS, type AbsenceKind } from '#core/absence/scenario.ts';
import { useAddress } from '#web/shell/address.ts';
import css from './lab-form.module.css';

const KINDS: Readonly<Record<AbsenceKind, { readonly word: string; readonly say: string }>> = {
  planned: { word: 'Planned', say: 'Known ahead: one hand-over is possible.' },
  sudden: { word: 'Sudden', say: 'From one day to the next, nothing handed over.' },
  permanent: { word: 'For good', say: 'Leaves and does not return; judged over the same days.' },
  saturated: { word: 'Swamped', say: 'Here, but with time for only a part of the usual work.' },
};

/** The four ways not to be there. */
export function AbsenceKindField({ kind }: { readonly kind: AbsenceKind }) {
  const [, change] = useAddress();
  return (
    <fieldset>
      <legend>Kind of absence</legend>
      <div className={css['kinds']}>
        {ABSENCE_KINDS.map((one) => (
          <label key={one} className={css['kind']}>
            <input type="radio" name="kind" value={one} checked={kind === one} onChange={() => change({ kind: one }, { replace: true })} />
            <span>
              <strong>{KINDS[one].word}</strong>
              {KINDS[one].say}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
