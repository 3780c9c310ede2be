import { dateOf, type Moment } from '#core/terms/moment.ts';
import type { InventedThread, Organisation } from '#core/organisation/organisation.ts';
import type { PayloadFile } from './payload-file.ts';

/** What Slack's export holds: people, channels, and one file for each channel and day. */
export function chatExport({ company, threads }: Organisation): readonly PayloadFile[] {
  const users = company.people.flatMap(({ chat, login, fullName, mail, role }) =>
    role === 'agent' ? [] : [{ id: chat, name: login, real_name: fullName, profile: { email: mail, real_name: fullName } }],
  );
  const channels = [...new Set(threads.map(({ channel }) => channel))].toSorted();
  const messages = threads.flatMap((thread) => messagesOf(thread, company.people));
  const days = Map.groupBy(messages, ({ channel, at }) => `${channel}/${dateOf(at)}`);
  return [
    { path: 'chat/users.json', text: json(users) },
    {
      path: 'chat/channels.json',
      text: json(channels.map((name, n) => ({ id: `C${String(n + 1).padStart(3, '0')}`, name, members: [] }))),
    },
    ...[...days].map(([day, rows]) => ({
      path: `chat/${day}.json`,
      text: json(rows.toSorted((a, b) => a.at - b.at).map(({ message }) => message)),
    })),
  ];
}

function messagesOf(
  { channel, at, askedBy, why, urgent, mentions, answers }: InventedThread,
  people: Organisation['company']['people'],
): readonly { readonly channel: string; readonly at: Moment; readonly message: object }[] {
  const ts = stamp(at);
  const called = mentions.map((who) => `<@${people[who]!.chat}> `).join('');
  const text = `${called}${urgent ? 'Urgent: ' : ''}${why ? 'why does it do that?' : 'how do I do that?'}`;
  const user = people[askedBy]!.chat;
  const replies = answers.map((answer) => ({
    channel,
    at: answer.at,
    message: {
      type: 'message',
      user: people[answer.person]!.chat,
      text: answer.link
        ? 'It is written down: <https://github.com/harbour/shop/blob/main/docs/decisions/0001.md>'
        : 'Because of the queue.',
      ts: stamp(answer.at),
      thread_ts: ts,
      parent_user_id: user,
    },
  }));
  const asked = {
    type: 'message',
    user,
    text,
    ts,
    thread_ts: ts,
    reply_count: answers.length,
    reply_users: answers.map(({ person }) => people[person]!.chat),
    reply_users_count: answers.length,
  };
  return [{ channel, at, message: asked }, ...replies];
}

function stamp(at: Moment): string {
  return `${at}.000100`;
}

function json(rows: readonly object[]): string {
  return `${JSON.stringify(rows)}\n`;
}
