import { type ReactNode, useId } from 'react';
import css from './field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'number';
  readonly hint?: string;
  readonly required?: boolean;
  readonly autoComplete?: string;
  readonly defaultValue?: string | number;
  readonly min?: number | string;
  readonly max?: number | string;
  /** Of a number: what it is a multiple of; `any`: it need not be whole. */
  readonly step?: number | 'any';
  readonly minLength?: number;
  readonly placeholder?: string;
  /** Several lines instead of one. */
  readonly lines?: number;
  /** Takes the caret when it appears: for the first field of a page that is nothing but its form. */
  readonly first?: boolean;
}

/** One thing to type, under its label; what the browser can check it checks, in the reader's own language. */
export function Field({ label, hint, lines, first, ...input }: FieldProps) {
  const id = useId();
  const about = hint === undefined ? {} : { 'aria-describedby': `${id}-hint` };
  return (
    <div className={css['field']}>
      <label htmlFor={id} className={css['label']}>
        {label}
      </label>
      {lines === undefined ? (
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where the form is the page
        <input id={id} {...about} {...input} autoFocus={first} spellCheck={input.type === undefined} />
      ) : (
        <textarea
          id={id}
          {...about}
          name={input.name}
          required={input.required}
          rows={lines}
          defaultValue={input.defaultValue}
          placeholder={input.placeholder}
          spellCheck={false}
        />
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={css['hint']}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Something that is so or not so. */
export function Tick({
  label,
  name,
  defaultChecked = false,
}: {
  readonly label: ReactNode;
  readonly name: string;
  readonly defaultChecked?: boolean;
}) {
  return (
    <label className={css['tick']}>
      <input type="checkbox" name={name} defaultChecked={defaultChecked} />
      <span>{label}</span>
    </label>
  );
}

/** One of several. */
export function Pick({
  label,
  name,
  options,
  hint,
  defaultValue,
}: {
  readonly label: string;
  readonly name: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly hint?: string;
  readonly defaultValue?: string;
}) {
  const id = useId();
  return (
    <div className={css['field']}>
      <label htmlFor={id} className={css['label']}>
        {label}
      </label>
      <select id={id} name={name} defaultValue={defaultValue} aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className={css['hint']}>
          {hint}
        </p>
      )}
    </div>
  );
}
