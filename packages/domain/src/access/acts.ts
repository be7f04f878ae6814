interface InBothLanguages {
  readonly fr: string;
  readonly en: string;
}

/** Acts that change what somebody, or a program, may do. */
const actsOnRights = {
  'structure.registered': { fr: 'Structure inscrite', en: 'Structure registered' },
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
  'technicalAccount.created': { fr: 'Compte technique créé', en: 'Technical account created' },
  'technicalAccount.closed': { fr: 'Compte technique fermé', en: 'Technical account closed' },
  'technicalKey.rotated': { fr: 'Clé renouvelée', en: 'Key renewed' },
  'technicalKey.revoked': { fr: 'Clé révoquée', en: 'Key revoked' },
} as const satisfies Record<string, InBothLanguages>;

/** Acts on what a structure is and demands; each kind has a history of its own. */
const otherActs = {
  'settings.changed': { fr: 'Paramètres modifiés', en: 'Settings changed' },
  'service.added': { fr: 'Service ajouté', en: 'Service added' },
  'service.changed': { fr: 'Service modifié', en: 'Service changed' },
  'service.closed': { fr: 'Service fermé', en: 'Service closed' },
  'service.reopened': { fr: 'Service rouvert', en: 'Service reopened' },
  'organisation.changed': { fr: 'Organisation modifiée', en: 'Organisation changed' },
  'organisation.moved': { fr: 'SIRET changé', en: 'SIRET changed' },
  'bankAccount.added': { fr: 'Compte bancaire ajouté', en: 'Bank account added' },
  'bankAccount.ended': { fr: 'Compte bancaire retiré', en: 'Bank account removed' },
  'services.imported': { fr: 'Services importés', en: 'Services imported' },
  'engagements.imported': { fr: 'Engagements importés', en: 'Engagements imported' },
  'engagements.fetched': { fr: 'Engagements lus en comptabilité', en: 'Engagements read from accounting' },
  'engagement.added': { fr: 'Engagement ajouté', en: 'Engagement added' },
  'engagement.closed': { fr: 'Engagement clos', en: 'Engagement closed' },
  'engagement.reopened': { fr: 'Engagement rouvert', en: 'Engagement reopened' },
  'engagement.settings.changed': {
    fr: 'Contrôle des engagements modifié',
    en: 'Check of engagements changed',
  },
  'connection.added': { fr: 'Raccordement créé', en: 'Connection set up' },
  'connection.changed': { fr: 'Raccordement modifié', en: 'Connection changed' },
  'connection.paused': { fr: 'Raccordement mis en pause', en: 'Connection paused' },
  'connection.resumed': { fr: 'Raccordement repris', en: 'Connection resumed' },
  'connection.removed': { fr: 'Raccordement supprimé', en: 'Connection removed' },
  'connection.retried': { fr: 'Envois relancés', en: 'Deliveries tried again' },
  'connection.replayed': { fr: 'Envois rejoués', en: 'Deliveries replayed' },
} as const satisfies Record<string, InBothLanguages>;

/** What each act that leaves a trace is called. An act without words does not compile. */
export const actNames = { ...actsOnRights, ...otherActs };

/** A code of a trace: `membership.changed`, `mandate.revoked`, `settings.changed`… */
export type Act = keyof typeof actNames;

/** The acts that the history of rights tells of. */
export const rightsActs = Object.keys(actsOnRights) as readonly (keyof typeof actsOnRights)[];

export const isAct = (code: string): code is Act => Object.hasOwn(actNames, code);
