import { useEffect, useState } from 'react';
import type { MapTree } from '#core/board/map-tree.ts';
import type { Asker } from './asker.ts';
import { useWorld } from './world-context.ts';

const grown = new WeakMap<Asker, Promise<MapTree>>();

/** The tree of the world; grown once, however many pages want it. */
export function useTree(): MapTree | null {
  const { ask } = useWorld();
  const [tree, setTree] = useState<MapTree | null>(null);
  useEffect(() => {
    let current = true;
    const promise = grown.get(ask) ?? ask('tree', null);
    grown.set(ask, promise);
    void promise.then((result) => {
      if (current) setTree(result);
    });
    return () => {
      current = false;
    };
  }, [ask]);
  return tree;
}
