import type { CalendarDate } from '../invoice/invoice.js';
import type { Siret } from './siret.js';

/** What identifies a structure (chorus-pro: typeIdentifiantStructure). */
export const identifierTypes = [
  'SIRET',
  'UE_HORS_FRANCE',
  'HORS_UE',
  'RIDET',
  'TAHITI',
  'PARTICULIER',
  'AUTRE',
] as const;

export type IdentifierType = (typeof identifierTypes)[number];

/** One identifier of one type, as its own rule writes it. */
export interface StructureIdentifier {
  readonly type: IdentifierType;
  readonly value: string;
}

/** An identifier that a structure has left for another. */
export interface PastIdentifier {
  readonly identifier: StructureIdentifier;
  /** The first day of the next one. */
  readonly leftOn: CalendarDate;
  /** The last day on which invoices naming the old one are taken in. */
  readonly acceptedUntil: CalendarDate;
}

/** A structure by its SIRET, or by an identifier of another type where it has none. */
export interface IdentifiedStructure {
  readonly siret?: Siret;
  readonly otherIdentifier?: StructureIdentifier;
}

/** Throws for a structure that nothing identifies. */
export const identifierOf = ({ siret, otherIdentifier }: IdentifiedStructure): StructureIdentifier => {
  if (siret !== undefined) return { type: 'SIRET', value: siret };
  if (otherIdentifier) return otherIdentifier;
  throw new TypeError('a structure without any identifier');
};
