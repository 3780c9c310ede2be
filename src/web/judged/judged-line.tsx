import { useServer } from '#web/server/use-server.ts';
import { sayJudged } from './judged-words.ts';

/** What can be judged beyond code, in the first lines of a page, and the way to where it stands. */
export function JudgedLine() {
  const { result } = useServer('list-judged', {});
  return result === null ? null : <a href="#beyond-git">{sayJudged(result.families)}</a>;
}
