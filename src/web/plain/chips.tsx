import type { ReactNode } from 'react';
import { Icon } from '#web/look/icons.tsx';
import css from './chips.module.css';

/** Words beside each other, each of which can be taken away, and one more that can be chosen. */
export function Chips({ children }: { readonly children: ReactNode }) {
  return <div className={css['chips']}>{children}</div>;
}

export interface ChipProps {
  readonly children: ReactNode;
  /** What taking it away does, for those who do not see where the button stands. */
  readonly take: string;
  readonly onTake: () => Promise<unknown>;
}

/** What goes wrong is told by whoever holds the act. */
export function Chip({ children, take, onTake }: ChipProps) {
  return (
    <span className={css['chip']}>
      <span>{children}</span>
      <button type="button" aria-label={take} onClick={() => void onTake().catch(quiet)}>
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}

export interface ChooseMoreProps {
  readonly label: string;
  /** Stands where nothing is chosen yet. */
  readonly say: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChoose: (value: string) => Promise<unknown>;
}

export function ChooseMore({ label, say, options, onChoose }: ChooseMoreProps) {
  return (
    <select className={css['more']} aria-label={label} value="" onChange={(event) => void onChoose(event.currentTarget.value).catch(quiet)}>
      <option value="">{say}</option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}

const quiet = (): void => undefined;
