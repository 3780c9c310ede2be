import { STATE_WORDS } from '#contract/operations/signals/folded-signals.ts';
import { counted } from '#core/terms/figures.ts';
import { Choose } from '#web/parts/choose.tsx';
import { useAddress } from '#web/shell/address.ts';
import type { SignalRow } from './interval-plot.tsx';
import css from './patterns.module.css';

interface SignalFilterProps {
  /** All that could be shown here. */
  readonly rows: readonly SignalRow[];
  readonly shown: number;
}

/** Which state, and the name of an area or team: both stand in the address, so that a link shows the same. */
export function SignalFilter({ rows, shown }: SignalFilterProps) {
  const [{ state = '', find = '' }, change] = useAddress();
  const counts = Map.groupBy(rows, (row) => row.state);
  const states = Object.entries(STATE_WORDS).filter(([key]) => counts.has(key as SignalRow['state']) || key === state);
  const options = states.map(([key, word]) => [key, `${word} (${counts.get(key as SignalRow['state'])?.length ?? 0})`] as const);
  return (
    <search className={css['filter']} aria-label="Which signals">
      <Choose
        label="State"
        options={[['', `every state (${rows.length})`], ...options]}
        value={state}
        onChange={(value) => change({ state: value === '' ? undefined : value })}
      />
      <input
        type="search"
        aria-label="Area or team"
        placeholder="Area or team"
        value={find}
        onChange={({ currentTarget }) => change({ find: currentTarget.value === '' ? undefined : currentTarget.value }, { replace: true })}
      />
      <output>{shown === rows.length ? counted(shown, 'signal') : `${shown} of ${counted(rows.length, 'signal')}`}</output>
    </search>
  );
}
