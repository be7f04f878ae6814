export const fr = {
  product: 'Parvis Fournisseurs',
  home: 'À faire',
  invoices: 'Mes factures',
  deposit: 'Déposer',
  directory: 'Annuaire',
  organisation: 'Organisation',
  searchInvoices: 'Numéro de facture, destinataire, SIRET…',
  notFoundTitle: "Cette page n'existe pas",
  notFoundText: "L'adresse est peut-être incomplète, ou la facture n'est pas à votre nom.",
  goHome: "Revenir à l'accueil",
  brokenTitle: "Cette page n'a pas pu s'afficher",
  brokenText:
    "Rien de ce que vous avez envoyé n'est perdu. Réessayez ; si cela continue, citez la référence.",
  unreachableText:
    'Parvis ne répond pas. Vérifiez votre connexion, puis réessayez. Ce que vous avez envoyé est conservé.',
  notSupplierTitle: "Votre compte n'est rattaché à aucun fournisseur",
  notSupplierText:
    'Cet espace est celui des fournisseurs. Le gestionnaire de votre structure peut vous y rattacher.',
  goToAdministration: "Aller à l'espace des entités publiques",
  introTitle: 'Vos factures au secteur public, de leur dépôt à leur paiement',
  introText: 'Connectez-vous pour déposer une facture ou savoir où elle en est.',
} as const;
