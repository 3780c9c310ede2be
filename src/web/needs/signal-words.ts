import { CHANGE_WORDS, type ChangeKind, changeOf, type Foldable } from '#contract/operations/signals/folded-signals.ts';
import { counted } from '#core/terms/figures.ts';

/** Changes that ask for a look, in the order in which they are told. */
const ASKING: readonly ChangeKind[] = ['new', 'back', 'again'];

/** What waits among signals, as a sentence; null: nothing does. Whoever has explained one, or acted on it, need not look again. */
export function signalsWaiting(rows: readonly Foldable[]): string | null {
  const waiting = rows.filter(({ state }) => state === 'open' || state === 'recurring');
  if (waiting.length === 0) return null;
  const places = new Set(waiting.map(({ about }) => about)).size;
  const changes = ASKING.flatMap((kind) => {
    const count = waiting.filter((row) => changeOf(row) === kind).length;
    return count === 0 ? [] : [`${count} ${CHANGE_WORDS[kind].toLowerCase()}`];
  });
  const standing = `${counted(waiting.length, 'signal')} in ${counted(places, 'place')} ${waiting.length === 1 ? 'waits' : 'wait'} for a word`;
  return changes.length === 0 ? `${standing}.` : `${standing}: ${changes.join(', ')} since yesterday.`;
}
