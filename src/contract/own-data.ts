import { z } from 'zod';

const at = z.string();
const maybe = z.string().nullable();
const word = z.object({ says: z.enum(['confirm', 'refuse', 'withdraw']), at });
const from = z.object({ from: at, until: maybe });

const account = z.object({
  id: z.string(),
  kind: z.enum(['person', 'service']),
  name: z.string(),
  email: maybe,
  emailFrom: z.string(),
  externalId: maybe,
  state: z.enum(['active', 'deactivated']),
  madeAt: at,
  passwordSetAt: maybe,
  deactivations: z.array(from.extend({ how: z.string() })),
  roles: z.array(from.extend({ role: z.string(), team: maybe, area: maybe })),
  links: z.array(z.object({ kind: z.string(), madeAt: at, expiresAt: at, usedAt: maybe })),
  sessions: z.array(z.object({ how: z.string(), browser: z.string(), madeAt: at, seenAt: at })),
  tokens: z.array(
    z.object({
      name: z.string(),
      shown: z.string(),
      scopes: z.array(z.string()),
      madeAt: at,
      expiresAt: at,
      usedAt: maybe,
      endedAt: maybe,
    }),
  ),
  passkeys: z.array(z.object({ name: z.string(), madeAt: at, usedAt: maybe })),
  logins: z.array(z.object({ issuer: z.string(), subject: z.string(), madeAt: at })),
});

/** What of these is in whose words: the decisions of the one who asks, without whom they were about. */
const deeds = z.object({
  memberships: z.array(from.extend({ team: z.string() })),
  claims: z.array(z.object({ id: z.string(), spelling: z.string(), madeAt: at })),
  wordsOnClaims: z.array(word),
  mergesProposed: z.array(z.object({ kind: z.enum(['same', 'different']), madeAt: at })),
  wordsOnMerges: z.array(word),
  settingsChanged: z.array(z.object({ key: z.string(), reason: z.string(), at })),
  erasuresAsked: z.array(z.object({ askedAt: at, confirmedAt: maybe })),
  wordsOnNames: z.array(z.object({ says: z.enum(['yes', 'no', 'withdraw']), at })),
  wordsOnFindings: z.array(z.object({ areaName: z.string(), kind: z.enum(['let go', 'note']), said: z.string(), at })),
});

const sources = z.array(
  z.object({
    source: z.string(),
    spellings: z.array(z.string()),
    months: z.array(z.object({ month: z.string(), commits: z.int(), files: z.int(), named: z.int() })),
  }),
);

/** Everything that is kept about one person, as they are given it. */
export const ownDataParts = { account, deeds, sources };
