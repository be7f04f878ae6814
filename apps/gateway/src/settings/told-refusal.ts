import type { SettingsRefusal } from '@parvis/application/settings/settings-refusal';
import { settingsFaultText } from '@parvis/domain/directory/settings-form-texts';
import type { Language } from '@parvis/domain/display/language';
import { FormFaultObject, FormFaultyObject } from '../form/form-fault.object.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';

/** Faults go to their fields; everything else is a sentence above the form. */
export const toldRefusal = (
  refusal: SettingsRefusal,
  language: Language,
): FormFaultyObject | ActRefusedObject =>
  refusal.code === 'settings-faulty'
    ? new FormFaultyObject(
        refusal.faults.map(
          ({ field, code }) => new FormFaultObject({ field, ...settingsFaultText(code, language) }),
        ),
      )
    : new ActRefusedObject(refusal, language);
