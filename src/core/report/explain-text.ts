import type { Because, EvidenceRef } from '#core/terms/answer.ts';
import type { Released } from '#core/terms/released.ts';
import { dateOf } from '#core/terms/moment.ts';
import { amountOf, countOf } from '#core/terms/figures.ts';
import { wrapped } from './lay-out.ts';
import type { Palette } from './palette.ts';
import { visible } from './visible.ts';

const SHOWN = 6;

/** Every because of an answer in full: claim, formula, inputs, evidence, what would change it, how sure, by which method. */
export function explainText(answer: Released, paper: { readonly width: number; readonly palette: Palette }): readonly string[] {
  return answer.because.flatMap((because, i) => [...(i ? [''] : []), ...oneBecause(because, paper.width - 4, paper.palette)]);
}

function oneBecause(because: Because, width: number, { strong, faint }: Palette): readonly string[] {
  const part = (name: string, text: string): readonly string[] =>
    wrapped(text, width - 15).map((line, i) => faint((i ? '' : name).padEnd(13)) + line);
  return [
    ...wrapped(because.claim, width).map(strong),
    ...part('formula', because.formula),
    ...part(
      'inputs',
      because.inputs.map((input) => `${input.name} ${figure(input.value)}${input.unit ? ` ${input.unit}` : ''}`).join(' · '),
    ),
    ...because.evidence.slice(0, SHOWN).flatMap((ref, i) => part(i ? '' : 'evidence', refText(ref))),
    ...(because.evidence.length > SHOWN ? part('', `and ${countOf(because.evidence.length - SHOWN)} more (--json has all)`) : []),
    ...because.wouldChange.flatMap((text, i) => part(i ? '' : 'would change', text)),
    ...part('how sure', because.confidence),
    ...part('method', because.method),
  ];
}

function refText(ref: EvidenceRef): string {
  const name = ref.kind === 'commit' ? ref.ref.slice(0, 10) : ref.ref;
  return visible([name, ref.at === undefined ? '' : dateOf(ref.at), ref.note ?? ''].filter(Boolean).join('  '));
}

function figure(value: number | string): string {
  if (typeof value === 'string') return value;
  return Number.isInteger(value)
    ? countOf(value)
    : Math.abs(value) < 0.05 || Math.abs(value) >= 10
      ? amountOf(value)
      : String(Number(value.toPrecision(3)));
}
