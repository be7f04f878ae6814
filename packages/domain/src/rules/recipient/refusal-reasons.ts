import { type Bilingual, say } from '../../display/language.js';
import type { RecipientRuleId } from './recipient-refusals.js';

/** Why a recipient does not take an invoice, in the few words that a list has room for; faults say the rest. */
export const refusalReasons: Readonly<Record<RecipientRuleId, Bilingual>> = {
  'PV-RECIPIENT-UNKNOWN': say('SIRET inconnu', 'Unknown SIRET'),
  'PV-RECIPIENT-INACTIVE': say('Entité inactive', 'Inactive entity'),
  'PV-RECIPIENT-WORKS-ONLY': say('Facture ordinaire', 'Ordinary invoice'),
  'PV-SERVICE-CODE-REQUIRED': say('Sans code service', 'No service code'),
  'PV-SERVICE-CODE-UNKNOWN': say('Code service inconnu', 'Unknown service code'),
  'PV-SERVICE-CODE-INACTIVE': say('Service fermé', 'Closed service'),
  'PV-ENGAGEMENT-NUMBER-REQUIRED': say("Sans numéro d'engagement", 'No engagement number'),
  'PV-SERVICE-OR-ENGAGEMENT-REQUIRED': say(
    'Sans aucune des deux références',
    'Neither of the two references',
  ),
};
