export const fr = {
  product: 'Parvis',
  area: 'Administration',
  inbox: 'À traiter',
  inboxCount_one: '{{count}} facture à traiter',
  inboxCount_other: '{{count}} factures à traiter',
  invoices: 'Factures',
  connectors: 'Connecteurs',
  directory: 'Annuaire et réglages',
  organisation: 'Organisation',
  account: 'Mon compte et ma sécurité',
  signIn: 'Se connecter',
  searchInvoices: 'Numéro de facture, fournisseur, engagement',
  notFoundTitle: "Cette page n'existe pas",
  notFoundText: "L'adresse est peut-être incomplète, ou la facture n'est pas adressée à votre structure.",
  goHome: 'Revenir aux factures à traiter',

  notPublicTitle: "Votre compte n'est rattaché à aucune entité publique",
  notPublicText:
    'Cet espace est celui des entités publiques. Le gestionnaire de votre structure peut vous y rattacher.',
  goToSupplier: "Aller à l'espace des fournisseurs",
  intro:
    'Les factures que vous recevez, de leur arrivée à leur paiement. Connectez-vous pour voir ce qui vous attend.',
  arrived: 'Nouvelle facture : {{number}}, {{supplier}}.',
} as const;
