import { SegmentedControl } from '@mantine/core';
import css from './segments.module.css';

export interface SegmentsProps {
  readonly label: string;
  readonly options: { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** A choice between two or three things that stand side by side. */
export function Segments({ label, options, value, disabled = false, onChange }: SegmentsProps) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={onChange}
      data={options}
      classNames={{ root: css['segments']!, indicator: css['indicator']!, label: css['segment']! }}
    />
  );
}
