import { drawFrom } from '#core/chance/draw.ts';
import { PLANTS } from '#core/organisation/founding/plants.ts';

/** Areas of a company. */
const HAND = 12;

/** Patterns of areas for each of some companies, dealt like cards from shuffled decks, so that each is planted as often as the others. */
export function dealtTo(companies: number, seed: number): readonly (readonly string[])[] {
  const ids = PLANTS.filter(({ where }) => where === 'area').map(({ id }) => id);
  const draw = drawFrom(seed);
  const shuffled = (): readonly string[] =>
    ids
      .map((id) => ({ id, by: draw.uniform() }))
      .toSorted((a, b) => a.by - b.by)
      .map(({ id }) => id);
  const cards = Array.from({ length: Math.ceil((companies * HAND) / ids.length) }, shuffled).flat();
  return Array.from({ length: companies }, (_, n) => cards.slice(n * HAND, (n + 1) * HAND));
}
