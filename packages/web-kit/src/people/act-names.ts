import { useLanguage } from '../words/i18n.js';

const names: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  'membership.changed': { fr: 'Droits modifiés', en: 'Rights changed' },
  'membership.ended': { fr: 'Retrait de la structure', en: 'Removed from the structure' },
  'membership.left': { fr: 'Départ de la structure', en: 'Left the structure' },
  'membership.transferred': { fr: 'Gestion principale confiée', en: 'Main management handed over' },
  'invitation.sent': { fr: 'Invitation envoyée', en: 'Invitation sent' },
  'invitation.accepted': { fr: 'Invitation acceptée', en: 'Invitation accepted' },
  'invitation.withdrawn': { fr: 'Invitation annulée', en: 'Invitation withdrawn' },
  'joinRequest.made': { fr: 'Demande de rattachement', en: 'Request to join' },
  'joinRequest.approved': { fr: 'Demande acceptée', en: 'Request accepted' },
  'joinRequest.refused': { fr: 'Demande refusée', en: 'Request refused' },
  'joinRequest.withdrawn': { fr: 'Demande retirée', en: 'Request taken back' },
  'joinRequest.expired': { fr: 'Demande restée sans réponse', en: 'Request not answered' },
  'claim.made': { fr: 'Demande de gestion', en: 'Claim to the management' },
  'claim.approved': { fr: 'Accord à la demande de gestion', en: 'Yes to the claim' },
  'claim.refused': { fr: 'Refus de la demande de gestion', en: 'No to the claim' },
  'claim.objected': { fr: 'Opposition à la demande de gestion', en: 'Objection to the claim' },
  'claim.withdrawn': { fr: 'Demande de gestion retirée', en: 'Claim taken back' },
  'claim.effective': { fr: 'Gestion principale reprise', en: 'Main management taken over' },
  'factorReset.asked': { fr: 'Seconds facteurs perdus', en: 'Second factors lost' },
  'factorReset.approved': {
    fr: 'Retrait des seconds facteurs approuvé',
    en: 'Removal of second factors approved',
  },
  'factorReset.granted': {
    fr: 'Retrait des seconds facteurs accordé',
    en: 'Removal of second factors granted',
  },
  'factorReset.stopped': {
    fr: 'Retrait des seconds facteurs arrêté',
    en: 'Removal of second factors stopped',
  },
  'factorReset.expired': {
    fr: 'Demande de retrait restée sans réponse',
    en: 'Request for removal not answered',
  },
  'factorReset.done': { fr: 'Seconds facteurs retirés', en: 'Second factors removed' },
  'mandate.given': { fr: 'Mandat proposé', en: 'Mandate offered' },
  'mandate.accepted': { fr: 'Mandat accepté', en: 'Mandate accepted' },
  'mandate.declined': { fr: 'Mandat décliné', en: 'Mandate declined' },
  'mandate.revoked': { fr: 'Mandat révoqué', en: 'Mandate revoked' },
  'services.imported': { fr: 'Services importés', en: 'Services imported' },
  'engagements.imported': { fr: 'Engagements importés', en: 'Engagements imported' },
  'engagement.added': { fr: 'Engagement ajouté', en: 'Engagement added' },
  'engagement.closed': { fr: 'Engagement clos', en: 'Engagement closed' },
  'engagement.reopened': { fr: 'Engagement rouvert', en: 'Engagement reopened' },
  'engagement.settings.changed': {
    fr: 'Contrôle des engagements modifié',
    en: 'Check of engagements changed',
  },
};

/** What an act of the history is called; acts of other pages keep their code. */
export const useActName = (): ((act: string) => string) => {
  const language = useLanguage();
  return (act) => names[act]?.[language] ?? act;
};
