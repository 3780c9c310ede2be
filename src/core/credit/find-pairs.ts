import { type Identity, identityKeys, type IdentityKeys, isFullName, nameKey } from '#core/identity/identity-keys.ts';

const JOINT = /\s+(?:and|&|\+)\s+|\s*,\s*|\s*[&+/]\s*/i;
/** Only these surely part two names; a comma or a slash may stand inside one. */
const SURELY_JOINT = /\s(?:and|&|\+)\s/i;
/** A single word is a login, not a first name, when it is an address's local part, of five letters or more. */
const LOGIN_FROM = 5;

/** Spellings and their keys; both grow together. */
interface Written {
  readonly identities: Identity[];
  readonly keys: IdentityKeys[];
}

/**
 * Names of two people or more in one (`Ann Lee and Bo Ray`): the rows they stand for. A half is known by a full name or a
 * login that another spelling carries alone; where every half is a full name, one who never wrote alone becomes a new row,
 * appended to `identities` and its keys to `keys`.
 */
export function findPairs({ identities, keys }: Written, isHuman: (row: number) => boolean): Map<number, readonly number[]> {
  const joint = identities.flatMap(({ name }, row) => (JOINT.test(name) && isHuman(row) ? [row] : []));
  const pairs = new Map<number, readonly number[]>();
  if (joint.length === 0) return pairs;
  const alone = aloneNames({ identities, keys }, isHuman);
  for (const row of joint) {
    const halves = halvesOf(identities[row]!.name);
    const addable = SURELY_JOINT.test(identities[row]!.name) && halves.every((half) => isFullName(nameKey(half)));
    const rows = halves.map((half) => alone.get(nameKey(half)) ?? (addable ? addAlone({ identities, keys }, alone, half) : undefined));
    if (rows.length > 1 && rows.every((half) => half !== undefined)) pairs.set(row, rows);
  }
  return pairs;
}

function halvesOf(name: string): readonly string[] {
  return name
    .split(JOINT)
    .map((half) => half.trim().replace(/^@/, ''))
    .filter((half) => nameKey(half) !== '');
}

function addAlone({ identities, keys }: Written, alone: Map<string, number>, name: string): number {
  const row = identities.push({ name, email: '' }) - 1;
  keys.push(identityKeys(identities[row]!));
  alone.set(keys[row]!.name, row);
  return row;
}

function aloneNames({ identities, keys }: Written, isHuman: (row: number) => boolean): Map<string, number> {
  const alone = new Map<string, number>();
  identities.forEach(({ name }, row) => {
    if (JOINT.test(name) || !isHuman(row)) return;
    const { name: key, handle, isFullName: isFull } = keys[row]!;
    const carries = isFull || (key.length >= LOGIN_FROM && key === handle);
    if (carries && !alone.has(key)) alone.set(key, row);
    if (handle.length >= LOGIN_FROM && !alone.has(handle)) alone.set(handle, row);
  });
  return alone;
}
