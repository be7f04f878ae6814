import { type Bilingual, say } from '@parvis/domain/display/language';
import type { StatusWord } from '../connector-kind.js';

/** Hélios' own words in ours. */

/** ObsEtat: why the accountant refuses an order or holds it. Several may be given, separated by a hyphen. */
const observations: Readonly<Record<string, string>> = {
  '01': 'pièce justificative absente ou non valable',
  '02': 'pièces justificatives insuffisantes',
  '03': 'crédits insuffisants',
  '04': 'liquidation erronée',
  '05': 'service fait non certifié',
  '06': 'autre motif',
  '07': 'double paiement',
  '09': 'coordonnées bancaires absentes ou erronées',
  '10': 'avance non récupérée',
  '11': 'ordonnateur non compétent',
  '13': 'créance prescrite',
  '16': 'mandat non établi au nom du véritable créancier',
  '23': 'imputation erronée',
  '24': 'motif technique',
};

export const observationsInWords = (codes: string | undefined): string =>
  (codes ?? '')
    .split('-')
    .map((code) => code.trim())
    .filter((code) => code !== '')
    .map((code) => observations[code.padStart(2, '0')] ?? `motif ${code}`)
    .join(', ');

/** NumAnoAck: why the file, or a part of it, was not taken in. */
const anomalies: Readonly<Record<string, string>> = {
  ENCODING: 'encodage du fichier',
  FLUX_VIDE: 'fichier vide',
  SCHEMA_INCOMPLET: 'élément obligatoire absent',
  CODIFICATION: 'code inconnu d’Hélios',
  CODIQUE: 'codique du poste comptable inconnu : vérifiez le réglage « Poste comptable »',
  SIRET: 'SIRET du budget inconnu : vérifiez le réglage « SIRET du budget »',
  CODE_COLLECTIVITE_BUDGET: 'code collectivité ou budget inconnu : vérifiez ces deux réglages',
  VERSION_PES: 'version du PES refusée',
  VERSION_PJ: 'version des pièces jointes refusée',
  CERTIFICAT: 'certificat de signature refusé',
  DOUBLON_BORDEREAU: 'ce numéro de bordereau est déjà dans Hélios',
  DOUBLON_PIECE: 'ce numéro de mandat est déjà dans Hélios',
  DOUBLON_LIGNE: 'cette ligne est déjà dans Hélios',
  DOUBLON_PJ: 'cette pièce jointe est déjà dans Hélios',
  PJ: 'pièce jointe refusée',
  MONTANT_TVA_ZERO_NEGATIF: 'TVA nulle ou négative',
  CUMUL_MONTANTS: 'total du bordereau différent de ses lignes',
  TIMEOUT: 'Hélios n’a pas eu le temps de traiter le fichier : renvoyez-le',
  CONNECTION_IMPOSSIBLE_A_LA_BASE: 'Hélios était indisponible : renvoyez le fichier',
  AUTRE: 'autre anomalie',
};

export const anomalyInWords = (code: string, label: string | undefined): string => {
  const bare = code.replace(/^ERREUR_/, '');
  const words =
    anomalies[bare] ??
    (bare.startsWith('SIGNATURE') ? 'signature absente, illisible ou non valable' : undefined) ??
    (bare.startsWith('TAILLE') ? 'fichier trop volumineux' : undefined);
  return words ?? label ?? code;
};

const word = (text: string, meaning: Bilingual): StatusWord => ({ word: text, meaning });

/** The words under which Hélios' answers are shown. */
export const pesStatusWords: readonly StatusWord[] = [
  word(
    'ACQUIT accepté',
    say(
      'Hélios a pris le bordereau : la facture est « mise à disposition du comptable ».',
      'Hélios has taken the batch: the invoice is handed to the accountant.',
    ),
  ),
  word(
    'ACQUIT refusé',
    say(
      'Hélios a refusé le fichier : rien ne change pour le fournisseur, le motif est pour vous.',
      'Hélios refused the file: nothing changes for the supplier, the reason is for you.',
    ),
  ),
  word(
    'ACQUIT doublon',
    say(
      'Hélios connaît déjà ce numéro : le plus souvent un premier envoi dont la réponse s’est perdue. La suite vient par le PES Retour.',
      'Hélios knows this number already: mostly a first sending whose answer was lost. What follows comes with the PES Retour.',
    ),
  ),
  word(
    'ACQUIT pièce jointe refusée',
    say(
      'Le bordereau est pris, une pièce jointe ne l’est pas : le comptable vous la demandera.',
      'The batch is taken, an attached file is not: the accountant will ask you for it.',
    ),
  ),
  word(
    '01',
    say(
      'Mandat en attente chez le comptable : montré ici, jamais dit au fournisseur.',
      'Order on hold with the accountant: shown here, never told to the supplier.',
    ),
  ),
  word(
    '02',
    say('Mandat pris en charge : la facture est « comptabilisée ».', 'Order booked: the invoice is booked.'),
  ),
  word(
    '04',
    say(
      'Mandat refusé par le comptable : montré ici avec son motif, jamais dit au fournisseur.',
      'Order refused by the accountant: shown here with the reason, never told to the supplier.',
    ),
  ),
  word(
    '05',
    say(
      'Mandat payé en entier : la facture est « mise en paiement ».',
      'Order paid whole: the invoice is put in payment.',
    ),
  ),
  word(
    '05 partiel',
    say(
      'Mandat payé en partie : la facture reste « comptabilisée » tant que le reste n’est pas payé.',
      'Order paid in part: the invoice stays booked until the rest is paid.',
    ),
  ),
  word(
    '05 sans paiement',
    say(
      'Mandat soldé sans virement au fournisseur (retenue, ordre de reversement…) : rien n’est dit au fournisseur.',
      'Order settled without a transfer to the supplier (retention, corrective order…): nothing is told to the supplier.',
    ),
  ),
];
