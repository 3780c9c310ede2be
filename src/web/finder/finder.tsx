import { Modal } from '@mantine/core';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { visible } from '#core/report/visible.ts';
import { Icon } from '#web/look/icons.tsx';
import css from './finder.module.css';
import type { Place } from './place.ts';
import { useGo } from './use-go.ts';

export interface FinderProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What can be found here, as the box says it. */
  readonly title: string;
  readonly find: (text: string) => readonly Place[];
  /** What is searched, said where nothing is found. */
  readonly searched: string;
  /** Below which address the places lie. */
  readonly base: string;
}

/** One box that leads anywhere, and does the few acts there are. */
export function Finder({ opened, onClose, ...searching }: FinderProps) {
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
      <Modal.Content aria-label={searching.title}>
        <Modal.Body p={0}>
          <FinderBox onDone={onClose} {...searching} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

type Searching = Omit<FinderProps, 'opened' | 'onClose'> & { readonly onDone: () => void };

function FinderBox(searching: Searching) {
  const { title, searched } = searching;
  const { text, places, here, type, point, onKeyDown, go } = useFinder(searching);
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
          placeholder={title}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={here >= 0 ? `${id}-${here}` : undefined}
          aria-label={title}
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
          Nothing here is called “{visible(text)}”. {searched}
        </p>
      ) : null}
    </div>
  );
}

/** What was typed, what it finds, and which line the arrow keys stand on. */
function useFinder({ find, base, onDone }: Searching) {
  const [text, setText] = useState('');
  const [line, point] = useState(0);
  const places = useMemo(() => find(text), [text, find]);
  const go = useGo(base, onDone);
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
