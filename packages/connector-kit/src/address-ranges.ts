import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** What kind of place an address is, as far as it matters to somebody who would make us call it. */
export type AddressKind = 'public' | 'private' | 'never';

type Range = readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'];

/** Networks of one house or one machine: reachable where the installation stands inside the entity's own network. */
const privateRanges: readonly Range[] = [
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
];

/**
 * The public networks of IPv6 lie in 2000::/3; of IPv4 everything that IANA's registry of special purposes does not name
 * (RFC 6890 and its successors). Link-local holds the metadata of cloud machines: 169.254.169.254.
 */
const specialRanges: readonly Range[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // Teredo, ORCHID and other protocols, documentation, 6to4: each can hold an IPv4 address inside, or nobody at all.
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
];

const listOf = (ranges: readonly Range[]): BlockList => {
  const list = new BlockList();
  for (const [network, prefix, family] of ranges) list.addSubnet(network, prefix, family);
  return list;
};

const privateNetworks = listOf(privateRanges);
const specialNetworks = listOf(specialRanges);
const globalIpv6 = listOf([['2000::', 3, 'ipv6']]);
const mappedIpv4 = listOf([['::ffff:0:0', 96, 'ipv6']]);

/** `address` without brackets. What is no address at all is `never`. */
export const kindOfAddress = (address: string): AddressKind => {
  const [bare = ''] = address.split('%');
  if (isIPv4(bare)) return kindOf(bare, 'ipv4');
  if (!isIPv6(bare)) return 'never';
  // ::ffff:10.0.0.1 reaches 10.0.0.1, and no honest name resolves to it.
  if (mappedIpv4.check(bare, 'ipv6')) return 'never';
  const kind = kindOf(bare, 'ipv6');
  return kind === 'public' && !globalIpv6.check(bare, 'ipv6') ? 'never' : kind;
};

const kindOf = (address: string, family: 'ipv4' | 'ipv6'): AddressKind => {
  if (privateNetworks.check(address, family)) return 'private';
  return specialNetworks.check(address, family) ? 'never' : 'public';
};
