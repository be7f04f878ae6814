import type { OrganisationRefusal } from '@parvis/application/organisation/organisation-refusal';
import { formatSiret } from '@parvis/domain/display/format';
import type { TextsFor } from './texts-for.js';

/** What is wrong with the fields of a form is told field by field. */
export type OrganisationRefusals = Exclude<
  OrganisationRefusal,
  { readonly code: 'not-allowed' | 'organisation-form-faulty' }
>;

export const organisationTexts: TextsFor<OrganisationRefusals> = {
  'structure-not-found': {
    fr: ["Cette structure n'existe pas.", 'Retrouvez-la dans la liste de vos structures.'],
    en: ['This structure does not exist.', 'Find it in the list of your structures.'],
  },
  'organisation-changed-meanwhile': {
    fr: [
      "Un collègue a modifié cette structure depuis que vous l'avez ouverte. Rien n'est perdu.",
      'Rechargez la page : elle montre ce qui a changé, puis recommencez.',
    ],
    en: [
      'A colleague has changed this structure since you opened it. Nothing is lost.',
      'Reload the page: it shows what has changed, then try again.',
    ],
  },
  'bank-account-not-found': {
    fr: ["Ce compte bancaire n'est pas un de ceux de la structure.", 'Rechargez la page.'],
    en: ['This bank account is not one of the structure.', 'Reload the page.'],
  },
  'bank-account-ended': {
    fr: ['Ce compte bancaire a déjà pris fin.', "Il n'y a rien à faire."],
    en: ['This bank account has ended already.', 'There is nothing to do.'],
  },
  'siret-taken': ({ siret, name }) => ({
    fr: [
      `Une autre structure est déjà inscrite sous le SIRET ${formatSiret(siret)}${name && ` : ${name}`}.`,
      'Deux structures ne se réunissent pas d’elles-mêmes : demandez leur fusion à l’assistance, qui vérifie avec les deux gestionnaires. D’ici là, demandez à rejoindre cette structure.',
    ],
    en: [
      `Another structure is registered under the SIRET ${formatSiret(siret)} already${name && `: ${name}`}.`,
      'Two structures are never made one by themselves: ask support to merge them, which checks with both managers. Until then, ask to join that structure.',
    ],
  }),
};
