import { z } from 'zod';
import { nameText } from '#contract/name-text.ts';
import type { Operation } from '#contract/operations/operation.ts';

const id = z.string().min(1).max(100);
const configure = { may: 'configure' } as const;
const says = z.strictObject({ says: z.enum(['confirm', 'refuse', 'withdraw']) });
const state = z.enum(['proposed', 'confirmed', 'refused', 'withdrawn']);
const spelling = z.string().min(1).max(600);

const member = z.object({ accountId: z.string(), name: z.string(), from: z.number(), until: z.number().nullable() });
const team = z.object({ id: z.string(), name: z.string(), members: z.array(member).readonly() });
/** `isOwn`: the one who asks made it, and does not decide on it. */
const isOwn = z.boolean();
const claim = z.object({ id: z.string(), name: z.string(), spelling: z.string(), state, madeAt: z.number(), isOwn });
const kind = z.enum(['same', 'different']);
const merge = z.object({
  id: z.string(),
  kind,
  spellings: z.array(z.string()).readonly(),
  state,
  madeAt: z.number(),
  isOwn,
  hasSaid: z.boolean(),
});

/** Teams, and which login is which person of the history. */
export const TEAM_OPERATIONS = [
  {
    id: 'list-teams',
    method: 'GET',
    path: '/api/teams',
    tag: 'Teams',
    summary: 'Teams by name, with who is or was in them by name, and from when to when.',
    who: configure,
    reply: { kind: 'record', schema: z.object({ teams: z.array(team).readonly() }) },
  },
  {
    id: 'make-team',
    method: 'POST',
    path: '/api/teams',
    tag: 'Teams',
    summary: 'Makes a team.',
    who: configure,
    body: z.strictObject({ name: nameText }),
    reply: { kind: 'record', schema: z.object({ id: z.string() }) },
    status: 201,
  },
  {
    id: 'end-team',
    method: 'DELETE',
    path: '/api/teams/{team}',
    tag: 'Teams',
    summary: 'Ends a team and every membership in it; both stay on record.',
    who: configure,
    params: z.strictObject({ team: id }),
    reply: { kind: 'nothing' },
  },
  {
    id: 'join-team',
    method: 'PUT',
    path: '/api/teams/{team}/members/{account}',
    tag: 'Teams',
    summary: 'Makes somebody a member from now on, beside any other teams.',
    who: configure,
    params: z.strictObject({ team: id, account: id }),
    reply: { kind: 'nothing' },
  },
  {
    id: 'leave-team',
    method: 'DELETE',
    path: '/api/teams/{team}/members/{account}',
    tag: 'Teams',
    summary: 'Ends a membership now.',
    who: configure,
    params: z.strictObject({ team: id, account: id }),
    reply: { kind: 'nothing' },
  },
  {
    id: 'my-belongings',
    method: 'GET',
    path: '/api/me/claims',
    tag: 'Who is who',
    summary: 'Which spellings of the history one has claimed, what became of it, and one’s teams.',
    who: 'signed-in',
    reply: {
      kind: 'record',
      schema: z.object({
        claims: z.array(claim.omit({ name: true, isOwn: true })),
        teams: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    },
  },
  {
    id: 'claim-spelling',
    method: 'POST',
    path: '/api/me/claims',
    tag: 'Who is who',
    summary: 'Says that a spelling of the history is oneself; somebody else confirms it, unless the address is vouched for.',
    who: 'signed-in',
    body: z.strictObject({ spelling }),
    reply: { kind: 'record', schema: z.object({ id: z.string(), confirmed: z.boolean() }) },
    status: 201,
  },
  {
    id: 'list-claims',
    method: 'GET',
    path: '/api/claims',
    tag: 'Who is who',
    summary: 'Claims that wait for somebody to confirm them, oldest first.',
    who: configure,
    reply: { kind: 'record', schema: z.object({ claims: z.array(claim).readonly() }) },
  },
  {
    id: 'see-claim',
    method: 'GET',
    path: '/api/claims/{claim}',
    tag: 'Who is who',
    summary: 'One claim, for whoever was asked to confirm it.',
    who: 'signed-in',
    params: z.strictObject({ claim: id }),
    reply: { kind: 'record', schema: claim },
  },
  {
    id: 'say-of-claim',
    method: 'POST',
    path: '/api/claims/{claim}/words',
    tag: 'Who is who',
    summary: 'Confirms, refuses or takes back a claim, as far as the one who says it may.',
    who: 'signed-in',
    params: z.strictObject({ claim: id }),
    body: says,
    reply: { kind: 'nothing' },
  },
  {
    id: 'list-merges',
    method: 'GET',
    path: '/api/merges',
    tag: 'Who is who',
    summary: 'Merges that speak of oneself or that one proposed; all of them for administrators. Oldest first.',
    who: 'signed-in',
    reply: { kind: 'record', schema: z.object({ merges: z.array(merge).readonly() }) },
  },
  {
    id: 'propose-merge',
    method: 'POST',
    path: '/api/merges',
    tag: 'Who is who',
    summary: 'Proposes that spellings are one person, or are not; others confirm it.',
    who: 'signed-in',
    body: z.strictObject({ kind, spellings: z.array(spelling).min(2).max(20) }),
    reply: { kind: 'record', schema: z.object({ id: z.string() }) },
    status: 201,
  },
  {
    id: 'say-of-merge',
    method: 'POST',
    path: '/api/merges/{merge}/words',
    tag: 'Who is who',
    summary: 'Confirms, refuses or takes back a merge, as far as the one who says it may.',
    who: 'signed-in',
    params: z.strictObject({ merge: id }),
    body: says,
    reply: { kind: 'nothing' },
  },
] as const satisfies readonly Operation[];
