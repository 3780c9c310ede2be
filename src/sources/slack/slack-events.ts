import type { Told } from '#core/facts/told.ts';
import { NOTHING_TOLD } from '#core/facts/told.ts';
import type { Delivery, WebhookReader } from '#sources/connecting/connector.ts';
import { deliveryKey } from '#sources/payloads/delivery-key.ts';
import { fieldOf, parsedJson, shapeIn, shapeOf, textIn, type Shape } from '#sources/payloads/shape.ts';
import { signedBySlack } from '#sources/signatures/signed-by-slack.ts';
import { emptiedText } from './said-in.ts';
import { tellMessage } from './tell-message.ts';

/** Deliveries of an app that the team itself has made (Events API). */
export const SLACK_EVENTS: WebhookReader = {
  setUp:
    'Make an app in your own workspace, subscribe it to the events message.channels and app_mention, put this address under Event Subscriptions and its Signing Secret here. It reads only the channels that it is invited to.',
  secretThere: true,
  verifies: signedBySlack,
  keyOf: (delivery) => {
    const id = textIn(bodyOf(delivery), 'event_id', 60);
    return id !== undefined && /^[\w-]+$/.test(id) ? id : deliveryKey(delivery, 'x-none');
  },
  kindOf: (delivery) => {
    const [body, event] = [bodyOf(delivery), shapeIn(bodyOf(delivery), 'event')];
    const said = textIn(event, 'type', 60) ?? textIn(body, 'type', 60) ?? 'unknown';
    const subtype = textIn(event, 'subtype', 60);
    return [said, subtype].filter((part) => part !== undefined && /^\w+$/.test(part)).join('.');
  },
  handshake: (delivery) => {
    const body = bodyOf(delivery);
    return fieldOf(body, 'type') === 'url_verification' ? textIn(body, 'challenge', 200) : undefined;
  },
  strip: stripped,
  read,
};

/** Between two people, or a few: never read, and nothing of it kept. */
const DIRECT = new Set(['im', 'mpim', 'app_home']);
const KEPT = ['type', 'subtype', 'user', 'ts', 'thread_ts', 'parent_user_id', 'channel', 'channel_type', 'bot_id'] as const;

function bodyOf({ body }: Pick<Delivery, 'body'>): Shape {
  return shapeOf(parsedJson(body));
}

function isDirect(event: Shape): boolean {
  return DIRECT.has(textIn(event, 'channel_type', 40) ?? '') || (textIn(event, 'channel', 40) ?? '').startsWith('D');
}

/** The delivery without a word of what was said. */
function stripped(bytes: Uint8Array): Uint8Array {
  const body = bodyOf({ body: bytes });
  const event = shapeIn(body, 'event');
  const kept = Object.fromEntries(
    KEPT.flatMap((key) => (isDirect(event) && key !== 'type' && key !== 'channel_type' ? [] : [[key, textIn(event, key, 60)]])),
  );
  const text = isDirect(event) ? undefined : emptiedText(textIn(event, 'text', 20_000) ?? '');
  const whole = ['type', 'team_id', 'api_app_id', 'event_id', 'challenge'].map((key) => [key, textIn(body, key, 200)] as const);
  return new TextEncoder().encode(
    JSON.stringify({
      ...Object.fromEntries(whole),
      event_time: Number(fieldOf(body, 'event_time')) || undefined,
      event: { ...kept, text },
    }),
  );
}

function read(delivery: Delivery): Told {
  const event = shapeIn(bodyOf(delivery), 'event');
  const [type, channel] = [fieldOf(event, 'type'), textIn(event, 'channel', 40)];
  if ((type !== 'message' && type !== 'app_mention') || channel === undefined || isDirect(event)) return NOTHING_TOLD;
  return { facts: tellMessage(event, { id: channel, name: undefined }), namings: [], skipped: [] };
}
