import type { FileSample } from '#sources/connecting/connector.ts';
import { plainText } from '#sources/connecting/plain-text.ts';
import { parsedJson, shapeOf } from '#sources/payloads/shape.ts';
import { textOf } from '#sources/connecting/utf8.ts';
import { nearestSheet } from '#sources/sheets/nearest-sheet.ts';

/** What a file that nothing reads seems to be, and what its owner may do about it. */
export interface Looks {
  readonly looks: string;
  readonly advice: string;
}

/** Fields or columns that are named. */
const MOST_NAMES = 8;
/** As PagerDuty and Opsgenie head the tables that they hand out. */
const OF_INCIDENTS = /^(?:incident[_ ]number|alert ?id|tiny ?id)$/i;
const EXPORT_AGAIN = 'Export it again, and look into it before you hand it over.';

/** The first that is true, from the plainest to the most special. */
export function looksLike(sample: FileSample): Looks {
  const text = textOf(sample.head).trim();
  return byBytes(sample) ?? byName(sample) ?? byText(text) ?? { looks: 'it is a text of another kind', advice: EXPORT_AGAIN };
}

function byBytes({ size, head }: FileSample): Looks | undefined {
  if (size === 0 || head.every((byte) => byte <= 32)) return { looks: 'it is empty', advice: EXPORT_AGAIN };
  const start = Buffer.from(head.subarray(0, 1024)).toString('latin1');
  if (start.startsWith('PK\u0003\u0004'))
    return /\[Content_Types\]|xl\//.test(start)
      ? { looks: 'it is a spreadsheet', advice: 'Save it as “CSV UTF-8”, with the columns of one of the templates.' }
      : { looks: 'it is an archive, and no export of Slack', advice: 'Unpack it, and import its folder.' };
  if (start.slice(257, 262) === 'ustar') return { looks: 'it is an archive (tar)', advice: 'Unpack it, and import its folder.' };
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return !marked && start.includes('\u0000')
    ? { looks: 'it is no text, or not in UTF-8', advice: 'If it is a text, save it in UTF-8; tables as “CSV UTF-8”.' }
    : undefined;
}

function byName({ name }: FileSample): Looks | undefined {
  if (!/\.(?:md|markdown|adoc|rst)$|^CODEOWNERS$|^MAINTAINERS$|^\.mailmap$/i.test(name)) return undefined;
  return {
    looks: 'documents, decision records and CODEOWNERS are read with the repository that they stand in',
    advice: 'Scan the repository: `understudy scan`.',
  };
}

function byText(text: string): Looks | undefined {
  if (/^<(?:!doctype html|html)/i.test(text)) return { looks: 'it is a web page, perhaps one to sign in at', advice: EXPORT_AGAIN };
  if (/^[[{]/.test(text)) return ofJson(text);
  return ofTable(text);
}

function ofJson(text: string): Looks {
  if (/^(?:\[[\s[\]]*\]|\{\s*\})$/.test(text)) return { looks: 'it is JSON that holds nothing', advice: EXPORT_AGAIN };
  const keys = keysOf(text);
  if (keys.includes('message') && (keys.includes('documentation_url') || keys.includes('status')))
    return { looks: 'it is an answer that says what went wrong', advice: 'Open it: it says why nothing was exported.' };
  if (keys.includes('ts') && keys.includes('text') && keys.includes('user'))
    return {
      looks: 'it is a day of a chat, and does not say of which channel',
      advice: 'Hand over the export of Slack as it came, packed (.zip).',
    };
  return {
    looks: keys.length === 0 ? 'it is JSON of another kind' : `it is JSON with the fields ${named(keys)}`,
    advice: 'Fields that say when, who and which (addresses such as url or web_url) must be among what is exported.',
  };
}

/** Of the first object, also where the file goes on behind what was seen of it. */
function keysOf(text: string): readonly string[] {
  const first = text.split('\n', 1)[0]!;
  const whole = [text, first].map((one) => parsedJson(new TextEncoder().encode(one))).find((one) => one !== undefined);
  const object = Array.isArray(whole) ? (whole as readonly unknown[])[0] : whole;
  if (whole !== undefined) return Object.keys(shapeOf(object));
  return [...new Set([...text.matchAll(/"(\w{1,40})"\s*:/g)].map(([, key]) => key!))];
}

function ofTable(text: string): Looks | undefined {
  const nearest = nearestSheet(text);
  if (nearest === undefined) return undefined;
  const { columns, kind, lacks } = nearest;
  if (columns.some((one) => OF_INCIDENTS.test(one)))
    return {
      looks: 'it is a table of incidents or alerts',
      advice:
        'Export it again with all columns: PagerDuty’s report on incidents and Opsgenie’s list of alerts are read; JSON by the API says more.',
    };
  return {
    looks: `it is a table with the columns ${named(columns)}`,
    advice: `Rename columns until ${kind}.csv has ${lacks.join(' and ')}, or fill in another table.`,
  };
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).flatMap((name) => plainText(name, 40) ?? []);
  return `${shown.join(', ')}${names.length > MOST_NAMES ? ' …' : ''}`;
}
