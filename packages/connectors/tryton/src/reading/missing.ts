import { Refused } from '@parvis/connector-kit/failures';
import { type Bilingual, say } from '@parvis/domain/display/language';

/** What deliveries refer to, or the sentence that says what to make there. */
export const required = <Found>(found: Found | undefined, what: Bilingual): Found => {
  if (found === undefined) {
    throw new Refused(
      'reference-data-missing',
      say(
        `Il manque ${what.fr} dans Tryton. Créez-le, ou changez le réglage.`,
        `${what.en} is missing in Tryton. Create it, or change the setting.`,
      ),
    );
  }
  return found;
};
