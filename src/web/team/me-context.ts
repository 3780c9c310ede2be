import { createContext, useContext } from 'react';
import type { ReplyOf } from '#contract/operations.ts';

export type Me = ReplyOf<'who-am-i'>;

export const MeContext = createContext<Me | null>(null);

/** Who is signed in, in which roles; only inside of the gate. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('asked who is signed in before anybody was');
  return me;
}
