import { type Bilingual, say } from '@parvis/domain/display/language';
import type { Pen } from './readable-page.js';

/** The « cadre de facturation » (BT-23) of Chorus Pro, in words. */
const ofThePortal: Readonly<Record<string, Bilingual>> = {
  A1: say("facture d'un fournisseur", "supplier's invoice"),
  A2: say('facture déjà payée', 'invoice already paid'),
  A3: say('frais de justice', 'justice costs'),
  A9: say("facture d'un sous-traitant", "subcontractor's invoice"),
  A12: say("facture d'un cotraitant", "co-contractor's invoice"),
  A21: say('demande de remboursement de la TIC', 'fuel tax refund'),
  A22: say('projet de décompte général', 'draft general statement'),
};

const subjects: Readonly<Record<string, Bilingual>> = {
  B: say('biens', 'goods'),
  S: say('services', 'services'),
  M: say('biens et services', 'goods and services'),
};

const cases: Readonly<Record<string, Bilingual>> = {
  '1': say('facture', 'invoice'),
  '2': say('facture déjà payée', 'invoice already paid'),
  '3': say("paiement direct d'un sous-traitant", 'direct payment of a subcontractor'),
  '4': say('facture définitive après acompte', 'final invoice after a down payment'),
  '5': say("facture d'un sous-traitant", "subcontractor's invoice"),
  '6': say("facture d'un cotraitant", "co-contractor's invoice"),
  '7': say('facture déjà déclarée', 'invoice already reported'),
  '8': say('facture multi-vendeurs', 'multi-vendor invoice'),
  '9': say('facture croisée', 'two-way invoice'),
};

/** « A1 (facture d'un fournisseur) », « S1 (services, facture) »; an unknown one as sent. */
export const frameworkText = (pen: Pen, code: string): string => {
  const portal = ofThePortal[code];
  if (portal) return `${code} (${pen.say(portal)})`;
  const [, letter = '', digit = ''] = /^([BSM])(\d)$/.exec(code) ?? [];
  const [subject, kind] = [subjects[letter], cases[digit]];
  return subject && kind ? `${code} (${pen.say(subject)}, ${pen.say(kind)})` : code;
};
