import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { refusal } from '#core/terms/refusals.ts';

/** Networks that are somebody's own, or nobody's: a repository there was not meant for strangers. RFC 6890 and later. */
const PRIVATE = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/127',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

const blocked = new BlockList();
for (const network of PRIVATE) {
  const [address, bits] = network.split('/') as [string, string];
  blocked.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** IPv4 written as IPv6 is judged as IPv4. */
export function isPrivate(address: string): boolean {
  return blocked.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

export interface HostToReach {
  readonly host: string;
  readonly privateAllowed: boolean;
}

/**
 * The one address that git may then connect to. Looked up once and handed over as a number: a name that means
 * something harmless now and something else a second later leads nowhere.
 */
export async function lookUpHost({ host, privateAllowed }: HostToReach, find: typeof addressesOf = addressesOf): Promise<string> {
  const found = isIP(host) === 0 ? await find(host) : [host];
  const forbidden = privateAllowed ? undefined : found.find(isPrivate);
  if (forbidden !== undefined) throw refusal('source-private', { host, address: forbidden });
  return found[0]!;
}

async function addressesOf(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    throw refusal('source-unreachable', { address: host, reason: 'the name of the host could not be looked up' });
  }
}
