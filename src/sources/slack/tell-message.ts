import type { Fact } from '#core/facts/fact.ts';
import { isPressing } from '#core/facts/pressing-channel.ts';
import { saidFact } from '#sources/connecting/said-fact.ts';
import { fieldOf, textIn, type Shape } from '#sources/payloads/shape.ts';
import { saidIn } from './said-in.ts';

export interface ChannelOf {
  readonly id: string;
  readonly name: string | undefined;
  /** Who began a thread, where the message does not say it. */
  readonly began?: ReadonlyMap<string, string>;
}

const STAMP = /^\d{9,11}\.\d{1,9}$/;
const PERSON = /^[UW][A-Z0-9]{1,30}$/;
const CHANNEL = /^[CG][A-Z0-9]{1,30}$/;
/** What a person wrote; everything else (joining, renaming, machines, edits) is not a word to anybody. */
const WRITTEN = new Set([undefined, 'thread_broadcast', 'me_message', 'file_share']);

/** What a message tells: who asked or answered, when, where, whom they named; never what they said. */
export function tellMessage(message: Shape, channel: ChannelOf): readonly Fact[] {
  const [user, stamp, thread] = ['user', 'ts', 'thread_ts'].map((key) => textIn(message, key, 40));
  const [subtype, bot] = [textIn(message, 'subtype', 60), fieldOf(message, 'bot_id')];
  const whole = user !== undefined && stamp !== undefined && PERSON.test(user) && STAMP.test(stamp) && CHANNEL.test(channel.id);
  if (!whole || bot !== undefined || !WRITTEN.has(subtype)) return [];
  const root = thread !== undefined && STAMP.test(thread) ? thread : stamp;
  const said = saidIn(textIn(message, 'text', 20_000) ?? '');
  const same = {
    at: Math.floor(Number(stamp)),
    actor: `slack:${user}` as const,
    item: `slack:${channel.id}/${root}`,
    place: `channel:slack/${channel.id}` as const,
  };
  const place = `slack:${channel.id}/${stamp}`;
  const named = said.mentions.filter((handle) => handle !== same.actor);
  const mentions = named.length === 0 ? undefined : named;
  const called = named.map((other) => saidFact('mentioned', { reference: `mentioned:${place}:${other}`, ...same, other }));
  if (root !== stamp) {
    const parent = textIn(message, 'parent_user_id', 40) ?? channel.began?.get(root);
    const other = parent !== undefined && PERSON.test(parent) ? (`slack:${parent}` as const) : undefined;
    return [
      saidFact('answered', { reference: `answered:${place}`, ...same, other }, { link: said.link || undefined, mentions }),
      ...called,
    ];
  }
  const urgent = said.urgent || isPressing(channel.name ?? '');
  const detail = { question: said.question, why: said.why || undefined, urgent: urgent || undefined, mentions };
  return [saidFact('asked', { reference: `asked:${place}`, ...same }, detail), ...called];
}
