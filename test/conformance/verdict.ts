import { en16931 } from '@parvis/domain/rules/en16931/en16931';
import { isFatal } from '@parvis/domain/rules/fault';
import { judge } from '@parvis/domain/rules/judge';
import { readInvoice } from '@parvis/formats/read-invoice';

/** The rules the domain speaks: the only ones whose silence means something. */
const implemented: ReadonlySet<string> = new Set(en16931.rules.map(({ id }) => id));

export interface OurVerdict {
  /** Ids of the implemented fatal rules that do not hold. */
  readonly fatal: ReadonlySet<string>;
  /** What reading reported, rule ids of fatal faults. */
  readonly reading: readonly string[];
  readonly readable: boolean;
}

/** Our verdict by the rules of EN 16931 alone, whatever profile a document claims: what the official rule file gives. */
export const ourVerdict = async (bytes: Uint8Array, fileName: string): Promise<OurVerdict> => {
  const { invoice, syntax, faults } = await readInvoice(bytes, fileName);
  const reading = faults.filter(isFatal).map(({ rule }) => rule);
  if (!invoice || syntax === 'pdf' || syntax === 'unknown')
    return { fatal: new Set(), reading, readable: false };
  const found = judge(invoice, { syntax, profile: 'urn:cen.eu:en16931:2017' });
  return { fatal: new Set(found.filter(isFatal).map(({ rule }) => rule)), reading, readable: true };
};

/** `-BR-02` where the official rules fire and ours do not, `+BR-02` the other way round. */
export const disagreements = (official: readonly string[], ours: ReadonlySet<string>): string[] => {
  const expected = new Set(official.filter((id) => implemented.has(id)));
  return [
    ...[...expected].filter((id) => !ours.has(id)).map((id) => `-${id}`),
    ...[...ours].filter((id) => implemented.has(id) && !expected.has(id)).map((id) => `+${id}`),
  ];
};
