import { expect, it } from 'vitest';
import { type JoinSays, type JoinSpeaking, joinWordProblem } from './join-word-problem.ts';

const of = (right: JoinSpeaking['right'], state: JoinSpeaking['state'], saidThemself = false): JoinSpeaking => ({
  right,
  state,
  saidThemself,
});

it.each<[JoinSpeaking, JoinSays, RegExp | null]>([
  [of('nothing', 'guessed'), 'reject', /only administrators/],
  [of('sees', 'guessed'), 'confirm', /only administrators/],
  [of('own', 'guessed'), 'confirm', null],
  [of('own', 'suggested'), 'confirm', /nobody alone/],
  [of('own', 'rejected'), 'confirm', /nobody alone/],
  [of('own', 'suggested'), 'reject', null],
  [of('own', 'confirmed'), 'reject', null],
  [of('own', 'rejected'), 'undo', /somebody else said so/],
  [of('own', 'rejected', true), 'undo', null],
  [of('decides', 'suggested'), 'confirm', null],
  [of('decides', 'rejected'), 'confirm', null],
  [of('decides', 'confirmed'), 'confirm', /confirmed already/],
  [of('decides', 'rejected'), 'reject', /rejected already/],
  [of('decides', 'guessed'), 'undo', /nothing was said/],
  [of('decides', 'confirmed'), 'undo', null],
])('[joins.6] of %o somebody may %s: %s', (speaking, says, problem) => {
  const told = joinWordProblem(speaking, says);
  if (problem === null) expect(told).toBeNull();
  else expect(told).toMatch(problem);
});
