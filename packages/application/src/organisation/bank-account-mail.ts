import { maskIban } from '@parvis/domain/directory/identifiers/iban';
import type { BankAccount } from './organisation.js';

interface Told {
  readonly structureName: string;
  readonly byName: string;
  readonly account: Pick<BankAccount, 'label' | 'iban'>;
  readonly page: string;
}

type Text = { readonly subject: string; readonly body: string };

/** What every manager reads when somebody adds an account: a stranger's account is how invoices are stolen. */
export const accountAddedMail = (
  { structureName, byName, account, page }: Told,
  language: 'fr' | 'en',
): Text =>
  language === 'fr'
    ? {
        subject: `Un compte bancaire a été ajouté pour ${structureName}`,
        body: [
          `${byName} a ajouté le compte « ${account.label} » (${maskIban(account.iban)}) aux coordonnées bancaires de ${structureName}.`,
          'Si personne chez vous ne l’a demandé, mettez-y fin et changez le mot de passe de cette personne.',
          page,
        ].join('\n\n'),
      }
    : {
        subject: `A bank account was added for ${structureName}`,
        body: [
          `${byName} has added the account "${account.label}" (${maskIban(account.iban)}) to the bank details of ${structureName}.`,
          'If nobody asked for it, end it and change the password of that person.',
          page,
        ].join('\n\n'),
      };

export const accountEndedMail = (
  { structureName, byName, account, page }: Told,
  language: 'fr' | 'en',
): Text =>
  language === 'fr'
    ? {
        subject: `Un compte bancaire a pris fin pour ${structureName}`,
        body: [
          `${byName} a mis fin au compte « ${account.label} » (${maskIban(account.iban)}) de ${structureName}.`,
          'Les factures déjà déposées gardent les coordonnées qu’elles portent.',
          page,
        ].join('\n\n'),
      }
    : {
        subject: `A bank account of ${structureName} has ended`,
        body: [
          `${byName} has ended the account "${account.label}" (${maskIban(account.iban)}) of ${structureName}.`,
          'Invoices deposited before keep the bank details they bear.',
          page,
        ].join('\n\n'),
      };
