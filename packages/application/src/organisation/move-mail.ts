import { formatDate, formatSiret } from '@parvis/domain/display/format';
import type { CalendarDate } from '@parvis/domain/invoice/invoice';

interface Moved {
  readonly structureName: string;
  readonly byName: string;
  readonly from: string;
  readonly to: string;
  readonly acceptedUntil: CalendarDate;
  readonly reason: string;
  readonly page: string;
}

/** What every manager reads when the structure goes on under another SIRET. */
export const movedMail = (
  { structureName, byName, from, to, acceptedUntil, reason, page }: Moved,
  language: 'fr' | 'en',
): { readonly subject: string; readonly body: string } => {
  const day = formatDate(acceptedUntil, language);
  return language === 'fr'
    ? {
        subject: `${structureName} a changé de SIRET`,
        body: [
          `${byName} a déclaré que ${structureName} passe de ${formatSiret(from)} à ${formatSiret(to)}. Motif : « ${reason} »`,
          `Personnes, droits, clés, mandats, connexions et factures restent en place. Les factures qui portent l’ancien identifiant sont acceptées jusqu’au ${day}.`,
          page,
        ].join('\n\n'),
      }
    : {
        subject: `${structureName} has another SIRET`,
        body: [
          `${byName} has declared that ${structureName} goes from ${formatSiret(from)} to ${formatSiret(to)}. Reason: "${reason}"`,
          `People, rights, keys, mandates, connections and invoices stay in place. Invoices that bear the old identifier are taken until ${day}.`,
          page,
        ].join('\n\n'),
      };
};
