import { Modal } from '@mantine/core';
import { useId, useMemo, useRef, useState } from 'react';
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
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={600}
      yOffset="12vh"
      title={<span className="away-from-eyes">{TITLE}</span>}
      classNames={{ header: css['hidden']!, content: css['content']! }}
      overlayProps={{ backgroundOpacity: 0.25 }}
      transitionProps={{ duration: 120 }}
    >
      <FinderBox onDone={onClose} />
    </Modal>
  );
}

function FinderBox({ onDone }: { readonly onDone: () => void }) {
  const { facts } = useWorld();
  const tree = useTree();
  const [text, setText] = useState('');
  const [line, setLine] = useState(0);
  const places = useMemo(() => findPlaces(text, { facts, tree }), [text, facts, tree]);
  const go = useGo(onDone);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const here = Math.min(line, places.length - 1);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && places.length > 0) {
      event.preventDefault();
      const next = (here + step + places.length) % places.length;
      setLine(next);
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
    }
    const place = places[here];
    if (event.key === 'Enter' && place !== undefined) go(place);
  };
  return (
    <div>
      <label className={css['box']}>
        <Icon name="search" />
        <input
          data-autofocus
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setLine(0);
          }}
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
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label="Places" className={css['list']}>
        {places.map((place, index) => (
          <FoundPlace
            key={`${place.kind} ${place.to} ${place.in ?? ''}`}
            id={`${id}-${index}`}
            place={place}
            isHere={index === here}
            onHere={() => setLine(index)}
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

interface FoundPlaceProps {
  readonly id: string;
  readonly place: Place;
  readonly isHere: boolean;
  readonly onHere: () => void;
  readonly onGo: () => void;
}

/** The arrow keys of the box walk this list; a pointer may click it. */
function FoundPlace({ id, place, isHere, onHere, onGo }: FoundPlaceProps) {
  return (
    <li id={id} role="option" aria-selected={isHere} className={css['place']} onPointerMove={onHere} onClick={onGo}>
      <span className={css['kind']}>{place.kind}</span>
      <span className={css['label']}>{visible(place.label)}</span>
      <span className={css['note']}>{visible(place.note)}</span>
    </li>
  );
}
