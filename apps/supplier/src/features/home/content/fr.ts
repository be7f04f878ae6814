export const fr = {
  title: 'À faire',
  waitingTitle: 'Attendent votre réponse',
  waitingText: 'Le destinataire reprendra le traitement dès que vous aurez répondu.',
  nothingWaits: 'Rien ne vous attend. Vos factures suivent leur cours.',
  complete: 'Compléter',
  refusedTitle: 'Refusées : à corriger et renvoyer',
  seeReason: 'Voir le motif',
  lateTitle: 'En retard de paiement, ou bientôt',
  nothingLate: 'Aucune facture en retard.',
  recentTitle: 'Ce qui a changé',
  nothingRecent: 'Rien de nouveau depuis 30 jours.',
  deposit: 'Déposer des factures',
  allRefused: 'Toutes les factures refusées',
  allInvoices: 'Toutes mes factures',
  emptyTitle: 'Déposez votre première facture',
  emptyText:
    "Glissez un fichier UBL, CII ou Factur-X : il est vérifié avant l'envoi, puis vous suivez la facture jusqu'au paiement.",
  clients_one: 'Vous agissez pour {{count}} client.',
  clients_other: 'Vous agissez pour {{count}} clients.',
  clientsText:
    'Leurs factures bloquées, client par client ; le choix en haut de la page passe de l’un à l’autre.',
  seeClients: 'Voir mes clients',
} as const;
