interface Example {
  readonly title: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What a newcomer may want to try, from the open directory to a followed invoice. */
export const explorerExamples: readonly Example[] = [
  {
    title: 'Directory / annuaire',
    query: `query Directory($search: String!) {
  directory(search: $search, first: 5) {
    totalCount
    edges {
      foundBy
      node {
        siret
        name
        town
        paymentTermDays
        requirementSentence(language: FR)
        services(first: 10) { nodes { code name active engagementNumberRequired } }
      }
    }
  }
}`,
    variables: { search: 'valmont' },
  },
  {
    title: 'Sign in / se connecter',
    query: `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    ... on SignedIn { expiresAt viewer { name memberships { side role structure { id name } } } }
    ... on SignInRefused { code message retryAt }
  }
}`,
    variables: { input: { email: '', password: '' } },
  },
  {
    title: 'My invoices / mes factures',
    query: `query Invoices($side: Side!) {
  invoices(side: $side, first: 10) {
    countByStatus { status count }
    edges {
      node { id number status officialStatus taxInclusive currency supplier { name } recipient { name } clock { dueOn late } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: { side: 'SUPPLIER' },
  },
  {
    title: 'One invoice / une facture',
    query: `query Invoice($id: ID!) {
  invoice(id: $id) {
    number
    status
    availableActions
    timeline { sequence to actorName occurredAt comment reasonLabel }
    documents { kind fileName size url }
    content { sellerName buyerName lines { name quantity unitPrice netAmount } }
  }
}`,
    variables: { id: '' },
  },
  {
    title: 'Check a file / vérifier un fichier',
    query: `mutation Check($input: InvoiceFileInput!) {
  checkInvoice(input: $input) {
    ... on InvoiceCheck {
      valid
      syntax
      summary { number buyerName taxInclusive }
      faults { rule severity label message nextStep found }
    }
    ... on ActRefused { code message nextStep }
  }
}`,
    variables: { input: { fileName: 'facture.xml', contentBase64: '' } },
  },
];
