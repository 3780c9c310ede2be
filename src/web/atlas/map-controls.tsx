import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { counted } from '#core/terms/figures.ts';
import { useWorld } from '#web/data/world-context.ts';
import { Icon } from '#web/look/icons.tsx';
import type { MapTree } from '#core/board/map-tree.ts';
import { Choose } from '#web/parts/choose.tsx';
import { Segments } from '#web/parts/segments.tsx';
import { useAddress } from '#web/shell/address.ts';
import { litFiles } from './light-up.ts';
import css from './map-controls.module.css';
import type { MapChoice } from './read-map-address.ts';

const COLOURS = [
  ['cover', 'Colour: cover'],
  ['factor', 'Colour: absence factor'],
  ['demand', 'Colour: demand'],
  ['ai', 'Colour: AI share'],
] as const;
const SIZES = [
  ['demand', 'Size: demand'],
  ['files', 'Size: files'],
  ['bytes', 'Size: bytes'],
] as const;
const SOURCES = [
  ['', 'Boundaries: all'],
  ['configuration', 'From configuration'],
  ['codeowners', 'From CODEOWNERS'],
  ['workspace', 'From workspaces'],
  ['tree', 'Measured from the tree'],
  ['undeclared', 'No team declared'],
] as const;
const VERDICTS = [
  ['', 'Verdict: all'],
  ['stops', 'stops'],
  ['degrades', 'degrades'],
  ['moves', 'moves'],
  ['not judged', 'not judged'],
] as const;
const SHAPES = [
  { value: 'treemap', label: 'Boxes' },
  { value: 'packing', label: 'Circles' },
];

export interface MapControlsProps {
  readonly choice: MapChoice;
  readonly tree: MapTree | null;
  readonly lit: Uint8Array | null;
}

/** What the map shows: found text, colour, size, shape and filters, all kept in the address. */
export function MapControls({ choice, tree, lit }: MapControlsProps) {
  const [, change] = useAddress();
  const { colours, sizes } = useWorld();
  const set = (key: 'colour' | 'size' | 'shape' | 'source' | 'verdict', standard: string) => (value: string) =>
    change({ [key]: value === standard ? undefined : value }, { replace: true });
  return (
    <div className={css['controls']} role="group" aria-label="What the map shows">
      <FindBox text={choice.find} found={tree === null || lit === null ? '' : counted(litFiles(tree, lit), 'file')} />
      <Choose
        label="Colour"
        options={COLOURS.filter(([colour]) => colours.includes(colour))}
        value={choice.colour}
        onChange={set('colour', 'cover')}
      />
      <Choose label="Size" options={SIZES.filter(([size]) => sizes.includes(size))} value={choice.size} onChange={set('size', 'demand')} />
      <Choose label="Verdict" options={VERDICTS} value={choice.verdict ?? ''} onChange={set('verdict', '')} />
      <Choose label="Boundaries" options={SOURCES} value={choice.source ?? ''} onChange={set('source', '')} />
      <Segments label="Shape" options={SHAPES} value={choice.shape} onChange={set('shape', 'treemap')} />
    </div>
  );
}

function FindBox({ text, found }: { readonly text: string; readonly found: string }) {
  const [, change] = useAddress();
  const [typed, setTyped] = useState(text);
  const send = useDebouncedCallback((next: string) => change({ find: next === '' ? undefined : next }, { replace: true }), 120);
  return (
    <label className={css['find']}>
      <Icon name="filter" size={14} />
      <span className="away-from-eyes">Show only paths with this text</span>
      <input
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          send(event.currentTarget.value);
        }}
        placeholder="Filter paths"
        type="search"
        spellCheck={false}
        autoComplete="off"
      />
      <output>{found}</output>
    </label>
  );
}
