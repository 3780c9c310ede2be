import { useState } from 'react';
import {
  FEWEST_CASES,
  type Limits,
  limitsBySignal,
  type SignalId,
  THRESHOLDS,
  WINDOW_DAYS,
} from '#contract/operations/signals/own-limits.ts';
import { visible } from '#core/report/visible.ts';
import { ChooseOne } from '#web/plain/choose-one.tsx';
import { Field, Tick } from '#web/plain/field.tsx';
import { Form, type Typed } from '#web/plain/form.tsx';
import { DateCell, Empty, Listing } from '#web/plain/page.tsx';
import { useAct } from '#web/server/use-server.ts';
import css from './installation.module.css';
import { limitsWords, ownLimits, type SignalSetting, typedLimits, typedThreshold } from './limits-words.ts';

interface LimitsProps {
  readonly signals: readonly SignalSetting[];
  readonly maySet: boolean;
}

/** When signals speak in this team: its own limits beside those that are shipped. */
export function LimitsPart({ signals, maySet }: LimitsProps) {
  const [chosen, choose] = useState('');
  const own = signals.filter((one) => one.own !== null);
  const one = signals.find(({ signal }) => signal === chosen);
  return (
    <div className={css['block']}>
      {own.length === 0 ? (
        <Empty>All {signals.length} signals speak as shipped.</Empty>
      ) : (
        <Listing label="Own limits of signals" heads={['Signal', 'Your limit', 'Shipped']}>
          {own.map(({ signal, name, unit, shipped, own: limits }) => (
            <tr key={signal}>
              <th scope="row">{visible(name)}</th>
              <DateCell head="Your limit">{limitsWords(limits!, unit)}</DateCell>
              <DateCell head="Shipped">{limitsWords(shipped, unit)}</DateCell>
            </tr>
          ))}
        </Listing>
      )}
      {maySet ? (
        <ChooseOne
          label="Limits of"
          say="Choose a signal …"
          options={signals.map(({ signal, name }) => [signal, visible(name)])}
          chosen={chosen}
          onChoose={choose}
        />
      ) : null}
      {one === undefined || !maySet ? null : <LimitsForm key={`${one.signal} ${JSON.stringify(one.own)}`} one={one} />}
    </div>
  );
}

function LimitsForm({ one: { signal, name, unit, shipped, own } }: { readonly one: SignalSetting }) {
  const { run } = useAct('change-settings', 'Signals');
  const id = signal as SignalId;
  const holds: Limits = { ...shipped, ...limitsBySignal([{ signal: id, ...own }])[id] };
  const [least, most] = THRESHOLDS[unit as keyof typeof THRESHOLDS].map((end) => typedThreshold(end, unit)) as [number, number];
  const go = async (typed: Typed): Promise<unknown> => {
    const limits = typed['shipped'] === undefined ? ownLimits(typedLimits(typed, unit), shipped) : {};
    const { reason = '' } = typed;
    return await run({ body: { signals: [{ signal: id, ...limits }], reason } });
  };
  return (
    <Form label={`Limits of ${name}`} go="Keep these limits" onGo={go}>
      <p>Shipped: {limitsWords(shipped, unit)}. What is set as shipped is no limit of your own.</p>
      <Field
        label={unit === 'share' ? 'Speaks above … %' : `Speaks above … ${unit}`}
        name="threshold"
        type="number"
        step="any"
        min={least}
        max={most}
        required
        defaultValue={typedThreshold(holds.threshold, unit)}
        hint="The near end of the 95 % interval has to lie above it."
      />
      <Field label="From … cases on" name="cases" type="number" min={FEWEST_CASES} max={1000} required defaultValue={holds.least} />
      <Field
        label="Over … days"
        name="days"
        type="number"
        min={WINDOW_DAYS.least}
        max={WINDOW_DAYS.most}
        required
        defaultValue={holds.days}
      />
      <Tick label="Only if it rose against the time before" name="risen" defaultChecked={holds.risen} />
      {own === null ? null : <Tick label="As shipped again, whatever stands above" name="shipped" />}
      <Field
        label="Why?"
        name="reason"
        lines={2}
        required
        hint="A sentence, for everybody who is told of signals. It stays in the history; a look is asked for at once, and what these limits silence stands on Signals with this sentence."
      />
    </Form>
  );
}
