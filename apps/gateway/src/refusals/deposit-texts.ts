import type { StoredInvoice } from '@parvis/application/invoice/invoice-store';
import type { Language } from '@parvis/domain/display/language';
import { type Fault, isFatal } from '@parvis/domain/rules/fault';

/** How many faults stop the deposit, and that nothing was kept. */
export const faultySentence = (faults: readonly Fault[], language: Language): string => {
  const count = faults.filter(isFatal).length;
  if (language === 'fr') {
    const points = count > 1 ? `${count} points empêchent` : 'Un point empêche';
    return `${points} le dépôt. Corrigez la facture, puis déposez-la de nouveau : rien n'a été gardé.`;
  }
  const points = count > 1 ? `${count} points stop` : 'One point stops';
  return `${points} the deposit. Mend the invoice, then deposit it again: nothing was kept.`;
};

/** That the number is taken, by what, and what to do. */
export const numberUsedSentence = (
  first: Pick<StoredInvoice, 'number' | 'depositedAt' | 'recipientName'> | undefined,
  language: Language,
): string => {
  if (!first) {
    return language === 'fr'
      ? 'Une facture de ce fournisseur porte déjà ce numéro cette année. Donnez un autre numéro.'
      : 'An invoice of this supplier bears this number already this year. Give it another number.';
  }
  const day = first.depositedAt.toLocaleDateString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Paris',
  });
  return language === 'fr'
    ? `La facture ${first.number} a déjà été déposée le ${day} pour ${first.recipientName}. Si c'est une autre facture, donnez-lui un autre numéro.`
    : `Invoice ${first.number} was deposited already on ${day} for ${first.recipientName}. If this is another invoice, give it another number.`;
};
