import { Modal, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { visible } from '#core/report/visible.ts';
import { useTree } from '#web/data/use-tree.ts';
import { useWorld } from '#web/data/world-context.ts';
import { Icon } from '#web/look/icons.tsx';
import type { Place } from './find-places.ts';
import { findPlaces } from './find-places.ts';
import css from './palette.module.css';

/** One box that leads anywhere: pages, areas, folders, files and the few acts there are. */
export function Palette({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={600}
      yOffset="12vh"
      title={<span className="away-from-eyes">Find a page, an area or a file</span>}
      classNames={{ header: css['hidden']!, content: css['content']! }}
      overlayProps={{ backgroundOpacity: 0.25 }}
      transitionProps={{ duration: 120 }}
    >
      <Finder onDone={onClose} />
    </Modal>
  );
}

function Finder({ onDone }: { readonly onDone: () => void }) {
  const { facts } = useWorld();
  const tree = useTree();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 60);
  const [row, setRow] = useState(0);
  const places = useMemo(() => findPlaces(asked, facts, tree), [asked, facts, tree]);
  const go = useGo(onDone);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => setRow(0), [asked]);
  useEffect(() => list.current?.children[row]?.scrollIntoView({ block: 'nearest' }), [row]);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setRow((row + step + places.length) % Math.max(1, places.length));
    }
    if (event.key === 'Enter' && places[row] !== undefined) go(places[row]);
  };
  return (
    <div className={css['finder']}>
      <label className={css['box']}>
        <Icon name="search" />
        <input
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          placeholder="Find a page, an area or a file"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={places.length > 0 ? `${id}-${row}` : undefined}
          aria-label="Find a page, an area or a file"
          autoComplete="off"
          spellCheck={false}
        />
        <kbd>esc</kbd>
      </label>
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label="Places" className={css['list']}>
        {places.map((place, index) => (
          // The arrow keys of the box walk this list; a pointer may click it.
          <li
            key={`${place.kind}${place.to}${place.in ?? ''}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === row}
            className={css['place']}
            onPointerMove={() => setRow(index)}
            onClick={() => go(place)}
          >
            <span className={css['kind']}>{place.kind}</span>
            <span className={css['label']}>{visible(place.label)}</span>
            <span className={css['note']}>{visible(place.note)}</span>
          </li>
        ))}
      </ul>
      {places.length === 0 ? (
        <p className={css['none']}>
          Nothing here is called “{visible(text)}”. Areas, folders and files of the tree at the last commit are searched.
        </p>
      ) : null}
    </div>
  );
}

function useGo(onDone: () => void): (place: Place) => void {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (place) => {
    onDone();
    if (place.to === 'theme') setColorScheme(dark ? 'light' : 'dark');
    else if (place.to === 'print') setTimeout(() => globalThis.print(), 250);
    else
      void navigate({
        to: place.to,
        search: (before: { readonly at?: string }) => ({
          ...(before.at === undefined ? {} : { at: before.at }),
          ...(place.in === undefined ? {} : { in: place.in }),
        }),
      });
  };
}
