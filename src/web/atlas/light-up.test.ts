import { describe, expect, it } from 'vitest';
import type { Verdict } from '#core/terms/verdict.ts';
import { makeWorld } from '#test/world.ts';
import { factsOf } from '#core/board/facts-of.ts';
import { growTree } from '#core/board/grow-tree.ts';
import { childrenOf, KIND } from '#core/board/map-tree.ts';
import { lightUp, litFiles } from './light-up.ts';
import { outlineLines } from './outline-lines.ts';
import { outlineStep } from './outline-step.ts';
import { readMapAddress } from './read-map-address.ts';

const world = makeWorld();
const tree = growTree(world.evidence, world.partition);
const { areas } = factsOf(world, null);
const everything = readMapAddress({});
const verdictOf = new Map<string, Verdict>(areas.map(({ id }, row) => [id, row === 0 ? 'stops' : 'moves']));
const lit = (address: Parameters<typeof readMapAddress>[0]) => lightUp(tree, readMapAddress(address), { areas, verdictOf });

describe('filters of the map', () => {
  it('light nothing in particular when there are none', () => {
    expect(lightUp(tree, everything, { areas, verdictOf })).toBeNull();
  });

  it('light the area of a verdict, all of it and nothing else', () => {
    const found = lit({ verdict: 'stops' })!;
    const files = [...tree.file.keys()].filter((row) => tree.file[row]! >= 0);
    expect(files.every((row) => (found[row] === 1) === (tree.area[row] === 0))).toBe(true);
    expect(litFiles(tree, found)).toBe(files.filter((row) => tree.area[row] === 0).length);
  });

  it('find every word of the path, in any order and any case', () => {
    const file = [...tree.file.keys()].findLast((row) => tree.file[row]! >= 0)!;
    const area = tree.name[childrenOf(tree, 0).find((row) => tree.area[row] === tree.area[file])!]!;
    expect(lit({ find: `${tree.name[file]!.toUpperCase()} ${area.slice(0, 3)}` })![file]).toBe(1);
    expect(litFiles(tree, lit({ find: 'no such thing' })!)).toBe(0);
  });

  it('take areas without a declared team together, however they were cut', () => {
    expect(litFiles(tree, lit({ source: 'undeclared' })!)).toBe(tree.files[0]);
    expect(litFiles(tree, lit({ source: 'codeowners' })!)).toBe(0);
  });

  it('read an address without trusting it', () => {
    expect(readMapAddress({ colour: 'red', size: 'ego', shape: 'pie', verdict: 'guilty', source: 'gossip' })).toEqual(everything);
  });
});

describe('the outline', () => {
  const area = childrenOf(tree, 0)[0]!;
  const open = new Set([0]);
  const lines = outlineLines({ tree, open, heavyOf: (row) => -row, lit: null });
  const at = (here: number, unfolded: ReadonlySet<number> = open) => ({
    tree,
    lines: outlineLines({ tree, open: unfolded, heavyOf: (row) => -row, lit: null }),
    open: unfolded,
    here,
  });

  it('lists what is unfolded, in the order it is given', () => {
    expect(lines.map(({ row }) => row)).toEqual([0, ...childrenOf(tree, 0)]);
    expect(lines[1]).toMatchObject({ level: 1, place: 1, of: childrenOf(tree, 0).length });
    expect(tree.kind[lines[1]!.row]).toBe(KIND.area);
  });

  it.each([
    ['ArrowDown', 0, { kind: 'to', row: area }],
    ['ArrowUp', 0, { kind: 'to', row: 0 }],
    ['ArrowRight', area, { kind: 'fold', row: area, open: true }],
    ['ArrowLeft', area, { kind: 'to', row: 0 }],
    ['Home', area, { kind: 'to', row: 0 }],
    ['Enter', area, { kind: 'enter', row: area }],
    [' ', area, { kind: 'enter', row: area }],
    ['Escape', area, { kind: 'climb' }],
    ['q', area, null],
  ])('does with %s what trees do', (key, here, step) => {
    expect(outlineStep(key, at(here))).toEqual(step);
  });

  it('folds an open branch before it leaves it', () => {
    expect(outlineStep('ArrowLeft', at(area, new Set([0, area])))).toEqual({ kind: 'fold', row: area, open: false });
    expect(outlineStep('ArrowRight', at(area, new Set([0, area])))).toEqual({ kind: 'to', row: area + 1 });
  });
});
