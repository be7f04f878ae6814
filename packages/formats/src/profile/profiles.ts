/** Profiles and usages of EN 16931 by their specification identifier (BT-24). */
interface Profile {
  readonly matches: RegExp;
  readonly name: string;
  /** Too little inside to be an invoice under EN 16931 and to be accepted. */
  readonly tooPoor?: boolean;
}

/** As written by the norm and, for those of Factur-X, with the colons that some programs put; the first match counts. */
const profiles: readonly Profile[] = [
  { matches: /^urn:(factur-x\.eu:1p0|zugferd\.de:2p0):minimum$/, name: 'Factur-X MINIMUM', tooPoor: true },
  { matches: /^urn:(factur-x\.eu:1p0|zugferd\.de:2p0):basicwl$/, name: 'Factur-X BASIC WL' },
  { matches: /[#:]compliant[#:](urn:)?(factur-x\.eu:1p0|zugferd\.de:2p0):basic$/, name: 'Factur-X BASIC' },
  {
    matches: /[#:](conformant|compliant)[#:](urn:)?(factur-x\.eu:1p0|zugferd\.de:2p0):extended$/,
    name: 'Factur-X EXTENDED',
  },
  { matches: /#conformant#urn\.cpro\.gouv\.fr:1p0:extended-ctc-fr$/, name: 'EXTENDED-CTC-FR' },
  {
    matches: /#conformant#urn:(xeinkauf\.de:kosit|xoev-de:kosit):extension:xrechnung_/,
    name: 'XRechnung Extension',
  },
  { matches: /#compliant#urn:(xeinkauf\.de:kosit|xoev-de:kosit:standard):xrechnung_/, name: 'XRechnung' },
  { matches: /#compliant#urn:fdc:peppol\.eu:2017:poacc:billing:3\.0/, name: 'Peppol BIS Billing 3' },
  {
    matches:
      /^urn:cen\.eu:en16931:2017([#:]compliant[#:](urn:)?(factur-x\.eu:1p0|zugferd\.de:2p0):(en16931|comfort))?$/,
    name: 'EN 16931',
  },
];

/** The profile in words; an unknown one is shown as sent. */
export const profileOf = (specification: string | undefined): { name?: string; tooPoor: boolean } => {
  const identifier = specification?.trim();
  const known = identifier && profiles.find(({ matches }) => matches.test(identifier));
  if (known) return { name: known.name, tooPoor: known.tooPoor ?? false };
  return identifier ? { name: identifier, tooPoor: false } : { tooPoor: false };
};
