import { type Bilingual, type Language, say } from '../display/language.js';

/** Invoicing frameworks (BT-23, cadres de facturation) of Chorus Pro that may come as a file, in words. */
const ofThePortal: Readonly<Record<string, Bilingual>> = {
  A1: say("Facture d'un fournisseur", "Supplier's invoice"),
  A2: say('Facture déjà payée', 'Invoice already paid'),
  A3: say('Frais de justice', 'Justice costs'),
  A9: say("Facture d'un sous-traitant", "Subcontractor's invoice"),
  A12: say("Facture d'un cotraitant", "Joint contractor's invoice"),
  A21: say('Demande de remboursement de la TIC', 'Fuel tax refund'),
  A22: say('Projet de décompte général', 'Draft general statement'),
};

/** The reform's frameworks are a letter for what is sold and a digit for the case (XP Z12-012). */
const subjects: Readonly<Record<string, Bilingual>> = {
  B: say('Biens', 'Goods'),
  S: say('Services', 'Services'),
  M: say('Biens et services', 'Goods and services'),
};

const cases: Readonly<Record<string, Bilingual>> = {
  '1': say('facture', 'invoice'),
  '2': say('facture déjà payée', 'invoice already paid'),
  '3': say("paiement direct d'un sous-traitant", 'direct payment of a subcontractor'),
  '4': say('facture définitive après acompte', 'final invoice after a down payment'),
  '5': say("facture d'un sous-traitant", "subcontractor's invoice"),
  '6': say("facture d'un cotraitant", "joint contractor's invoice"),
  '7': say('facture déjà déclarée', 'invoice already reported'),
  '8': say('facture multi-vendeurs', 'multi-vendor invoice'),
  '9': say('facture croisée', 'two-way invoice'),
};

/** « Facture d'un fournisseur (A1) », « Services, facture (S1) »; a framework without words keeps its code alone. */
export const frameworkLabel = (code: string, language: Language): string => {
  const portal = ofThePortal[code];
  if (portal) return `${portal[language]} (${code})`;
  const [, letter = '', digit = ''] = /^([BSM])(\d)$/.exec(code) ?? [];
  const [subject, kind] = [subjects[letter], cases[digit]];
  return subject && kind ? `${subject[language]}, ${kind[language]} (${code})` : code;
};

/** Documents of works contracts (factures de travaux): statements and accounts that pass between site and client. */
export const isWorksDocument = (framework: string | undefined): boolean =>
  /^A(4|5|6|7|8|10|11|1[3-9]|20|2[2-5])$/.test(framework?.trim() ?? '');
