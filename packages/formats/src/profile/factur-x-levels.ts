import { profileOf } from './profiles.js';

/** The level of conformance a Factur-X file states in its metadata. */
export type FacturXLevel = 'MINIMUM' | 'BASIC WL' | 'BASIC' | 'EN 16931' | 'EXTENDED' | 'XRECHNUNG';

/** BT-24 of each level (Factur-X 1.0, ZUGFeRD 2). */
export const specificationOfLevel: Readonly<Record<FacturXLevel, string>> = {
  MINIMUM: 'urn:factur-x.eu:1p0:minimum',
  'BASIC WL': 'urn:factur-x.eu:1p0:basicwl',
  BASIC: 'urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic',
  'EN 16931': 'urn:cen.eu:en16931:2017',
  EXTENDED: 'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended',
  XRECHNUNG: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
};

const levels: Readonly<Record<string, FacturXLevel>> = {
  'Factur-X MINIMUM': 'MINIMUM',
  'Factur-X BASIC WL': 'BASIC WL',
  'Factur-X BASIC': 'BASIC',
  'EN 16931': 'EN 16931',
  'Factur-X EXTENDED': 'EXTENDED',
  'EXTENDED-CTC-FR': 'EXTENDED',
  XRechnung: 'XRECHNUNG',
  'XRechnung Extension': 'XRECHNUNG',
};

/** The level that belongs to a BT-24; undefined for a specification of which Factur-X says nothing. */
export const levelOf = (specification: string | undefined): FacturXLevel | undefined =>
  levels[profileOf(specification).name ?? ''];
