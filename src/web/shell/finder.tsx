import { Modal } from '@mantine/core';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { visible } from '#core/report/visible.ts';
import { useTree } from '#web/data/use-tree.ts';
import { useWorld } from '#web/data/world-context.ts';
import { Icon } from '#web/look/icons.tsx';
import css from './finder.module.css';
import { findPlaces, type Place } from './find-places.ts';
import { useGo } from './use-go.ts';

const TITLE = 'Find a page, an area or a file';

/** One box that leads anywhere: pages, areas, folders, files and the few acts there are. */
export function Finder({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={600}
      yOffset="12vh"
      transitionProps={{ duration: 120 }}
      classNames={{ content: css['content']! }}
    >
      <Modal.Overlay backgroundOpacity={0.25} />
      <Modal.Content aria-label={TITLE}>
        <Modal.Body p={0}>
          <FinderBox onDone={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function FinderBox({ onDone }: { readonly onDone: () => void }) {
  const { text, places, here, type, point, onKeyDown, go } = useFinder(onDone);
  const id = useId();
  return (
    <div>
      <label className={css['box']}>
        <Icon name="search" />
        <input
          data-autofocus
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          placeholder={TITLE}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={here >= 0 ? `${id}-${here}` : undefined}
          aria-label={TITLE}
          autoComplete="off"
          spellCheck={false}
        />
        <kbd>esc</kbd>
      </label>
      <ul id={`${id}-list`} role="listbox" aria-label="Places" className={css['list']}>
        {places.map((place, index) => (
          <FoundPlace
            key={`${place.kind} ${place.to} ${place.in ?? ''}`}
            id={`${id}-${index}`}
            place={place}
            isHere={index === here}
            onHere={() => point(index)}
            onGo={() => go(place)}
          />
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

/** What was typed, what it finds, and which line the arrow keys stand on. */
function useFinder(onDone: () => void) {
  const { facts } = useWorld();
  const tree = useTree();
  const [text, setText] = useState('');
  const [line, point] = useState(0);
  const places = useMemo(() => findPlaces(text, { facts, tree }), [text, facts, tree]);
  const go = useGo(onDone);
  const here = Math.min(line, places.length - 1);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const place = places[here];
    if (event.key === 'Enter' && place !== undefined) go(place);
    if (step === undefined || places.length === 0) return;
    event.preventDefault();
    point((here + step + places.length) % places.length);
  };
  const type = (next: string): void => {
    setText(next);
    point(0);
  };
  return { text, places, here, type, point, onKeyDown, go };
}

interface FoundPlaceProps {
  readonly id: string;
  readonly place: Place;
  readonly isHere: boolean;
  readonly onHere: () => void;
  readonly onGo: () => void;
}

/** The arrow keys of the box walk this list; a pointer may click it. */
function FoundPlace({ id, place, isHere, onHere, onGo }: FoundPlaceProps) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isHere) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  return (
    <li ref={line} id={id} role="option" aria-selected={isHere} className={css['place']} onPointerMove={onHere} onClick={onGo}>
      <span className={css['kind']}>{place.kind}</span>
      <span className={css['label']}>{visible(place.label)}</span>
      <span className={css['note']}>{visible(place.note)}</span>
    </li>
  );
}
