import { type Bilingual, type Language, say } from '../display/language.js';

/** Invoicing frameworks (BT-23, cadres de facturation) that a person may meet on an ordinary invoice. */
const frameworks: Readonly<Record<string, Bilingual>> = {
  A1: say('Facture déposée par un fournisseur', 'Invoice deposited by a supplier'),
  A2: say('Facture déjà payée', 'Invoice already paid'),
  A9: say('Demande de paiement d’un sous-traitant', 'Payment request of a subcontractor'),
  A12: say('Facture d’un cotraitant', 'Invoice of a joint contractor'),
  B1: say('Livraison de biens', 'Delivery of goods'),
  B2: say('Livraison de biens, déjà payée', 'Delivery of goods, already paid'),
  S1: say('Prestation de services', 'Supply of services'),
  S2: say('Prestation de services, déjà payée', 'Supply of services, already paid'),
  S3: say('Paiement direct d’un sous-traitant', 'Direct payment of a subcontractor'),
  M1: say('Biens et services', 'Goods and services'),
  M2: say('Biens et services, déjà payés', 'Goods and services, already paid'),
};

/** « Facture déposée par un fournisseur (A1) »; a framework we have no words for keeps its code alone. */
export const frameworkLabel = (code: string, language: Language): string => {
  const words = frameworks[code];
  return words ? `${words[language]} (${code})` : code;
};
