import { z } from 'zod';
import { MODES } from '#core/policy/viewer.ts';
import { ownLimitsListSchema } from '#contract/operations/signals/own-limits.ts';
import { openingList } from './opening-operations.ts';
import type { Operation } from '#contract/operations/operation.ts';
import { ownDataParts } from '#contract/own-data.ts';
import { sourceParams } from '#contract/operations/source-operations.ts';

const mode = z.enum(MODES);
const days = z.int().min(1).max(3650);
const termsKept = z.strictObject({ events: days, messages: days, evidence: days, leavers: days, log: days });

const limits = z.object({ threshold: z.number(), least: z.number(), days: z.number(), risen: z.boolean() });

const settings = z.object({
  mode,
  chosen: mode.nullable(),
  retention: termsKept,
  purposeAcknowledged: z.boolean(),
  /** When each signal speaks, in the order in which people are shown them. */
  signals: z
    .array(z.object({ signal: z.string(), name: z.string(), unit: z.string(), shipped: limits, own: limits.partial().nullable() }))
    .readonly(),
  changes: z.array(z.object({ key: z.string(), value: z.unknown(), reason: z.string(), by: z.string(), at: z.string() })),
});

const accessLog = z.object({
  records: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      /** Keys of accounts, never names. */
      by: z.string(),
      /** Key of the token by which it was asked, and the name of the service that did; absent for whoever was signed in. */
      through: z.string().optional(),
      service: z.string().optional(),
      question: z.string(),
      topics: z.array(z.string()),
      subjects: z.array(z.string()),
      outcome: z.enum(['answered', 'refused']),
      sight: z.string(),
      reason: z.string().optional(),
    }),
  ),
  next: z.string().nullable(),
});

const logPage = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}-[\w-]{1,64}$/)
    .optional(),
  most: z.coerce.number().int().min(1).max(500).default(100),
});

const findings = z.array(
  z.object({
    id: z.string(),
    source: z.string(),
    area: z.string(),
    areaName: z.string(),
    foundAt: z.string(),
    othersFrom: z.string(),
    /** Whether that has come, by the clock of the server. */
    othersSee: z.boolean(),
    concernsMe: z.boolean(),
    /** It is a signal that means them; else that they carry an area, or a facet of it. */
    isSignal: z.boolean(),
    notes: z.array(z.string()),
  }),
);

const findingParams = z.strictObject({ finding: z.string().min(1).max(100) });

/** What a team has set, and who looked. */
export const PRIVACY_OPERATIONS = [
  {
    id: 'read-settings',
    method: 'GET',
    path: '/api/settings',
    tag: 'Privacy',
    summary: 'The mode that holds, how long what is kept, when signals speak, and who changed that when.',
    who: { sees: 'settings' },
    reply: { kind: 'record', schema: settings },
  },
  {
    id: 'change-settings',
    method: 'PUT',
    path: '/api/settings',
    tag: 'Privacy',
    summary:
      'Changes what is said and nothing else. Another mode needs a reason, and so do limits of signals; a signal named without any is as shipped again.',
    who: { may: 'configure' },
    body: z.strictObject({
      mode: mode.optional(),
      reason: z.string().max(2000).optional(),
      retention: termsKept.partial().optional(),
      purpose: z.literal('acknowledged').optional(),
      signals: ownLimitsListSchema.optional(),
    }),
    reply: { kind: 'record', schema: settings },
  },
  {
    id: 'write-agreement',
    method: 'GET',
    path: '/api/agreement',
    tag: 'Privacy',
    summary: 'The works agreement as Markdown, written from what runs here.',
    who: { sees: 'method' },
    query: z.strictObject({ language: z.enum(['en', 'de']).default('en') }),
    reply: { kind: 'text', type: 'text/markdown' },
  },
  {
    id: 'read-own-access-log',
    method: 'GET',
    path: '/api/me/access-log',
    tag: 'Privacy',
    summary: 'Who asked something that concerned the one who asks, and what they asked themself; newest first.',
    who: { sees: 'ownLog' },
    query: logPage,
    reply: { kind: 'record', schema: accessLog },
  },
  {
    id: 'read-own-data',
    method: 'GET',
    path: '/api/me/data',
    tag: 'Privacy',
    summary:
      'Everything that is kept about the one who asks, as one document: account, ways in, words, findings, names asked for, log, and what scans hold.',
    who: 'signed-in',
    pace: 'slow',
    reply: { kind: 'record', schema: z.object({ ...ownDataParts, findings, openings: openingList, accessLog }) },
  },
  {
    id: 'list-my-findings',
    method: 'GET',
    path: '/api/me/findings',
    tag: 'Privacy',
    summary: 'Findings that concern the one who asks, oldest first, and from when on others see them.',
    who: { sees: 'self' },
    reply: { kind: 'record', schema: z.object({ findings }) },
  },
  {
    id: 'let-finding-go',
    method: 'POST',
    path: '/api/me/findings/{finding}/let-go',
    tag: 'Privacy',
    summary: 'Lets others see a finding about oneself from now on.',
    who: { may: 'annotate' },
    params: findingParams,
    reply: { kind: 'nothing' },
  },
  {
    id: 'note-finding',
    method: 'PUT',
    path: '/api/me/findings/{finding}/note',
    tag: 'Privacy',
    summary: 'A note that stands with a finding about oneself wherever it is shown; an empty one takes it back.',
    who: { may: 'annotate' },
    params: findingParams,
    body: z.strictObject({ text: z.string().max(2000) }),
    reply: { kind: 'nothing' },
  },
  {
    id: 'ask-to-be-erased',
    method: 'POST',
    path: '/api/me/erasure',
    tag: 'Privacy',
    summary: 'Asks that everything of one’s own be erased; another administrator confirms it.',
    who: { may: 'export own' },
    reply: { kind: 'nothing' },
  },
  {
    id: 'read-own-erasure',
    method: 'GET',
    path: '/api/me/erasure',
    tag: 'Privacy',
    summary: 'When the one who asks asked to be erased, as long as nobody has confirmed it; null where they did not.',
    who: { may: 'export own' },
    reply: { kind: 'record', schema: z.object({ askedAt: z.string().nullable() }) },
  },
  {
    id: 'list-erasures',
    method: 'GET',
    path: '/api/erasures',
    tag: 'Privacy',
    summary: 'Requests to be erased that nobody has confirmed yet, oldest first, by key of the account.',
    who: { may: 'configure' },
    reply: {
      kind: 'record',
      schema: z.object({ erasures: z.array(z.object({ id: z.string(), account: z.string(), askedAt: z.string() })) }),
    },
  },
  {
    id: 'confirm-erasure',
    method: 'POST',
    path: '/api/erasures/{erasure}/confirm',
    tag: 'Privacy',
    summary: 'Erases whoever asked for it, here and in every later scan; git itself keeps its history.',
    who: { may: 'configure' },
    params: z.strictObject({ erasure: z.string().min(1).max(100) }),
    reply: { kind: 'nothing' },
  },
  {
    id: 'list-findings',
    method: 'GET',
    path: '/api/sources/{source}/findings',
    tag: 'Privacy',
    summary: 'Areas that one person carries, with the notes of whom that concerns, and when further ones will be shown.',
    who: { sees: 'areas' },
    params: sourceParams,
    reply: { kind: 'record', schema: z.object({ findings, heldUntil: z.array(z.string()) }) },
  },
  {
    id: 'read-access-log',
    method: 'GET',
    path: '/api/access-log',
    tag: 'Privacy',
    summary: 'The whole access log, for the council; newest first.',
    who: { sees: 'log' },
    query: logPage,
    reply: { kind: 'record', schema: accessLog },
  },
] as const satisfies readonly Operation[];
