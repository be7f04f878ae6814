import { accept, type Result } from '../../result/result.js';
import type { IdentifierType, StructureIdentifier } from '../structure-identifier.js';
import { type OtherIdentifierProblem, parseOtherIdentifier } from './other-identifier.js';
import { type OutsideUnionProblem, parseOutsideUnion } from './outside-union.js';
import { type PersonIdentifierProblem, parsePersonIdentifier } from './person-identifier.js';
import { parseRidet, type RidetProblem } from './ridet.js';
import { parseTypedSiret, type SiretProblem } from './siret-identifier.js';
import { parseTahiti, type TahitiProblem } from './tahiti.js';
import { parseUnionVat, type UnionVatProblem } from './union-vat.js';

export type IdentifierProblem =
  | SiretProblem
  | UnionVatProblem
  | OutsideUnionProblem
  | RidetProblem
  | TahitiProblem
  | PersonIdentifierProblem
  | OtherIdentifierProblem;

/** Each type by its own rule, and the scheme under which BT-29 bears it (ISO 6523; XP Z12-012 BR-FR-CPRO-03 to -08). */
export const identifierRules: Readonly<
  Record<
    IdentifierType,
    {
      readonly parse: (raw: string) => Result<string, IdentifierProblem>;
      /** Null: no scheme is published for it. */
      readonly scheme: string | null;
    }
  >
> = {
  SIRET: { parse: parseTypedSiret, scheme: '0009' },
  UE_HORS_FRANCE: { parse: parseUnionVat, scheme: '0223' },
  HORS_UE: { parse: parseOutsideUnion, scheme: '0227' },
  RIDET: { parse: parseRidet, scheme: '0228' },
  TAHITI: { parse: parseTahiti, scheme: '0229' },
  PARTICULIER: { parse: parsePersonIdentifier, scheme: '0226' },
  AUTRE: { parse: parseOtherIdentifier, scheme: null },
};

/** An identifier as its rule writes it, or the first thing that is wrong with it. */
export const parseIdentifier = (
  type: IdentifierType,
  raw: string,
): Result<StructureIdentifier, IdentifierProblem> => {
  const parsed = identifierRules[type].parse(raw);
  return parsed.ok ? accept({ type, value: parsed.value }) : parsed;
};
