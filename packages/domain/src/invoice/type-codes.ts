import { type Bilingual, type Language, say } from '../display/language.js';

/** Document types of UNTDID 1001 that EN 16931 counts as credit notes (BT-3). */
const creditNotes: ReadonlySet<string> = new Set([
  '81',
  '83',
  '261',
  '262',
  '296',
  '308',
  '381',
  '396',
  '420',
  '458',
  '502',
  '503',
  '532',
]);

const labels: Readonly<Record<string, Bilingual>> = {
  '261': say('Avoir autofacturé', 'Self-billed credit note'),
  '262': say('Remise globale', 'Consolidated credit note'),
  '325': say('Facture pro forma', 'Pro forma invoice'),
  '326': say('Facture partielle', 'Partial invoice'),
  '380': say('Facture', 'Invoice'),
  '381': say('Avoir', 'Credit note'),
  '384': say('Facture rectificative', 'Corrected invoice'),
  '386': say("Facture d'acompte", 'Prepayment invoice'),
  '389': say('Autofacture', 'Self-billed invoice'),
  '393': say('Facture affacturée', 'Factored invoice'),
  '396': say('Avoir affacturé', 'Factored credit note'),
  '471': say('Autofacture rectificative', 'Self-billed corrected invoice'),
  '472': say('Facture rectificative affacturée', 'Factored corrected invoice'),
  '473': say('Autofacture rectificative affacturée', 'Self-billed factored corrected invoice'),
  '500': say("Autofacture d'acompte", 'Self-billed prepayment invoice'),
  '501': say('Autofacture affacturée', 'Self-billed factored invoice'),
  '502': say('Avoir autofacturé affacturé', 'Self-billed factored credit note'),
  '503': say("Avoir sur facture d'acompte", 'Prepayment credit note'),
  '751': say('Facture pour information comptable', 'Invoice for accounting purposes'),
  '875': say('Décompte partiel de travaux', 'Partial construction invoice'),
  '876': say('Décompte partiel final de travaux', 'Partial final construction invoice'),
  '877': say('Décompte final de travaux', 'Final construction invoice'),
};

/** A credit note lowers what is owed, and its amounts are positive. */
export const isCreditNote = (typeCode: string | undefined): boolean =>
  typeCode !== undefined && creditNotes.has(typeCode);

/** The kind of document in words; the bare kind with its code for a rare one. */
export const typeCodeLabel = (typeCode: string, language: Language): string => {
  const label = labels[typeCode];
  if (label) return label[language];
  const kind = isCreditNote(typeCode) ? say('Avoir', 'Credit note') : say('Facture', 'Invoice');
  return `${kind[language]} (type ${typeCode})`;
};
