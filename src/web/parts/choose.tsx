import { Icon } from '#web/look/icons.tsx';
import css from './choose.module.css';

export interface ChooseProps {
  readonly label: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The platform's own list box: it works with every keyboard, screen reader and phone. */
export function Choose({ label, options, value, onChange }: ChooseProps) {
  return (
    <span className={css['choose']} data-set={value !== options[0]?.[0]}>
      <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
      <Icon name="down" size={12} />
    </span>
  );
}
