import type { Delivery } from '@parvis/application/accounting/delivery-ledger';
import type { Language } from '@parvis/domain/display/language';

type ProblemCode = NonNullable<Delivery['problemCode']>;

/** What a person does about each problem of a delivery. */
const nextSteps: Readonly<Record<ProblemCode, Readonly<Record<Language, string>>>> = {
  'credentials-refused': {
    fr: "Corrigez l'utilisateur ou le mot de passe dans les réglages du raccordement, puis reprenez-le.",
    en: 'Correct the user or the password in the settings of the connection, then resume it.',
  },
  'right-missing': {
    fr: "Donnez à l'utilisateur du connecteur le droit qui manque dans le logiciel comptable, puis reprenez le raccordement.",
    en: "Give the connection's user the missing right in the accounting system, then resume the connection.",
  },
  'reference-data-missing': {
    fr: 'Créez dans le logiciel comptable la donnée qui manque (fournisseur, compte, taxe), puis relancez.',
    en: 'Create the missing data (supplier, account, tax) in the accounting system, then retry.',
  },
  'amount-differs': {
    fr: 'Comparez les montants des deux côtés, corrigez les taxes dans le logiciel comptable, puis relancez.',
    en: 'Compare the amounts on both sides, correct the taxes in the accounting system, then retry.',
  },
  'typed-in-by-hand': {
    fr: 'Cette facture a déjà été saisie à la main : gardez-la, ou supprimez la saisie puis relancez.',
    en: 'This invoice was typed in by hand already: keep it, or delete that entry and retry.',
  },
  'gone-there': {
    fr: 'La facture a été supprimée dans le logiciel comptable : relancez pour la renvoyer, ou refusez-la.',
    en: 'The bill was deleted in the accounting system: send it again, or refuse the invoice.',
  },
  'validation-refused': {
    fr: 'Le logiciel comptable refuse la facture : lisez son message, corrigez chez lui, puis relancez.',
    en: 'The accounting system refuses the invoice: read its message, correct it there, then retry.',
  },
  'answer-not-understood': {
    fr: 'Vérifiez la version du logiciel comptable, puis relancez ; sinon, prévenez votre administrateur.',
    en: 'Check the version of the accounting system, then retry; otherwise tell your administrator.',
  },
  'target-refused': {
    fr: "Corrigez l'adresse du logiciel comptable : une adresse publique, en https://. Puis relancez.",
    en: 'Correct the address of the accounting system: a public one, in https://. Then retry.',
  },
  unavailable: {
    fr: 'Vérifiez que le logiciel comptable répond, puis relancez.',
    en: 'Check that the accounting system answers, then retry.',
  },
};

const willRetry: Readonly<Record<Language, string>> = {
  fr: 'Rien à faire : un nouvel essai est prévu.',
  en: 'Nothing to do: another try is planned.',
};

/** What mends it; null when nothing is wrong. */
export const deliveryNextStep = (
  { state, problemCode }: Pick<Delivery, 'state' | 'problemCode'>,
  language: Language,
): string | null => {
  if (!problemCode || state === 'delivered') return null;
  const isUnderWay = state === 'waiting' || state === 'sending';
  return isUnderWay && problemCode === 'unavailable' ? willRetry[language] : nextSteps[problemCode][language];
};
