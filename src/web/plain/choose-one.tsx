import { useId } from 'react';
import css from './field.module.css';

interface ChooseOneProps {
  readonly label: string;
  /** Stands where nothing is chosen. */
  readonly say: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}

/** One of several, where what is below follows from it at once. */
export function ChooseOne({ label, say, options, chosen, onChoose }: ChooseOneProps) {
  const id = useId();
  return (
    <div className={css['field']}>
      <label htmlFor={id} className={css['label']}>
        {label}
      </label>
      <select id={id} value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="">{say}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
