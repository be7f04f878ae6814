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
    fr: 'Créez dans le logiciel comptable la donnée qui manque (fournisseur, compte, taxe), puis choisissez « Renvoyer ».',
    en: 'Create the missing data (supplier, account, tax) in the accounting system, then choose "Send again".',
  },
  'amount-differs': {
    fr: 'Le logiciel comptable calcule un autre total : la facture en a été retirée. Vérifiez-y la règle de TVA ou l’arrondi, ou acceptez la différence dans les réglages (« Écart accepté »), puis choisissez « Renvoyer ».',
    en: 'The accounting system computes another total, so the bill was taken back. Check its VAT rule or rounding, or accept the difference in the settings ("Accepted difference"), then choose "Send again".',
  },
  'typed-in-by-hand': {
    fr: 'Cette facture a déjà été saisie à la main : gardez cette saisie et refusez la facture ici, ou supprimez la saisie puis choisissez « Renvoyer ».',
    en: 'This invoice was typed in by hand already: keep that entry and refuse the invoice here, or delete the entry, then choose "Send again".',
  },
  'gone-there': {
    fr: 'La facture a été supprimée dans le logiciel comptable : choisissez « Renvoyer » pour l’y remettre, ou refusez-la.',
    en: 'The bill was deleted in the accounting system: choose "Send again" to put it back, or refuse the invoice.',
  },
  'validation-refused': {
    fr: 'Le logiciel comptable refuse la facture : corrigez ce que dit son message, puis choisissez « Renvoyer ».',
    en: 'The accounting system refuses the invoice: mend what its message says, then choose "Send again".',
  },
  'answer-not-understood': {
    fr: 'Vérifiez que la version du logiciel comptable est prise en charge, puis choisissez « Renvoyer » ; sinon, prévenez votre administrateur.',
    en: 'Check that the version of the accounting system is supported, then choose "Send again"; otherwise tell your administrator.',
  },
  'target-refused': {
    fr: "Corrigez l'adresse du logiciel comptable : une adresse publique, en https://. Puis choisissez « Renvoyer ».",
    en: 'Correct the address of the accounting system: a public one, in https://. Then choose "Send again".',
  },
  unavailable: {
    fr: 'Vérifiez que le logiciel comptable répond, puis choisissez « Renvoyer ».',
    en: 'Check that the accounting system answers, then choose "Send again".',
  },
};

const willRetry: Readonly<Record<Language, string>> = {
  fr: 'Rien à faire : Parvis la renvoie de lui-même.',
  en: 'Nothing to do: Parvis sends it again by itself.',
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
