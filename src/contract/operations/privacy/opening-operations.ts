import { z } from 'zod';
import type { Operation } from '#contract/operations/operation.ts';

const opening = z.object({
  id: z.string(),
  source: z.string(),
  areas: z.array(z.object({ area: z.string(), name: z.string() })),
  reason: z.string(),
  hours: z.int(),
  /** Key of the account. */
  askedBy: z.string(),
  askedAt: z.string(),
  /** `lapsed`: nobody decided in time. `over`: it was open, and its time has passed. */
  state: z.enum(['waiting', 'open', 'refused', 'withdrawn', 'lapsed', 'over']),
  /** When names are open, or were; null where they never were. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  words: z.array(z.object({ by: z.string(), at: z.string(), says: z.enum(['yes', 'no', 'withdraw']) })),
  /** That the name of the one who looks would be shown. */
  concernsMe: z.boolean(),
});

/** Newest first. */
export const openingList = z.array(opening);
const openings = z.object({ openings: openingList });
const params = z.strictObject({ opening: z.string().min(1).max(100) });
const hours = z.int().min(1).max(24);

/** Names behind four eyes, in council mode: one asks, somebody of the council agrees. */
export const OPENING_OPERATIONS = [
  {
    id: 'ask-for-names',
    method: 'POST',
    path: '/api/openings',
    tag: 'Privacy',
    summary: 'Asks that the names of those who carry some areas be opened for some hours; somebody of the council agrees or refuses.',
    who: { may: 'ask for names' },
    pace: 'slow',
    body: z.strictObject({
      source: z.string().min(1).max(300),
      areas: z.array(z.string().min(1).max(500)).min(1).max(10),
      reason: z.string().max(2000),
      hours,
    }),
    status: 201,
    reply: { kind: 'record', schema: z.object({ id: z.string() }) },
  },
  {
    id: 'list-openings',
    method: 'GET',
    path: '/api/openings',
    tag: 'Privacy',
    summary: 'Every request for names, for the council; newest first, without whom it would name.',
    who: { may: 'agree to names' },
    reply: { kind: 'record', schema: openings },
  },
  {
    id: 'list-my-openings',
    method: 'GET',
    path: '/api/me/openings',
    tag: 'Privacy',
    summary: 'Requests for names that one made oneself, and those that would show one’s own; newest first.',
    who: { sees: 'ownLog' },
    reply: { kind: 'record', schema: openings },
  },
  {
    id: 'agree-to-names',
    method: 'POST',
    path: '/api/openings/{opening}/agree',
    tag: 'Privacy',
    summary: 'Opens names to whoever asked, from now on for the hours that were asked for; never by whoever asked or would be named.',
    who: { may: 'agree to names' },
    params,
    reply: { kind: 'nothing' },
  },
  {
    id: 'refuse-names',
    method: 'POST',
    path: '/api/openings/{opening}/refuse',
    tag: 'Privacy',
    summary: 'Refuses a request for names, or closes what is open.',
    who: { may: 'agree to names' },
    params,
    reply: { kind: 'nothing' },
  },
  {
    id: 'withdraw-names',
    method: 'POST',
    path: '/api/openings/{opening}/withdraw',
    tag: 'Privacy',
    summary: 'Takes back one’s own request for names; what is open closes.',
    who: { may: 'ask for names' },
    params,
    reply: { kind: 'nothing' },
  },
  {
    id: 'read-opened-names',
    method: 'GET',
    path: '/api/openings/{opening}/names',
    tag: 'Privacy',
    summary: 'The names that were opened to the one who asks, as long as they are; each reading is on record before they leave.',
    who: { may: 'ask for names' },
    pace: 'slow',
    params,
    reply: {
      kind: 'record',
      schema: z.object({
        areas: z.array(
          z.object({
            area: z.string(),
            name: z.string(),
            /** In alphabetical order. */
            carriers: z.array(z.string()),
            /** Who came later than it was asked, and stays without a name. */
            unnamed: z.int(),
          }),
        ),
        until: z.string(),
      }),
    },
  },
] as const satisfies readonly Operation[];
