import type { TidyOrganisation } from '@parvis/domain/directory/organisation-form';
import type { OrganisationPartsFragment } from '../gql/graphql.js';

/** The API says null for what is not given; a form's facts say nothing. */
export const factsOf = ({
  name,
  address,
  vatIdentifier,
  contact,
}: OrganisationPartsFragment): TidyOrganisation => ({
  name,
  address: {
    country: address.country,
    ...(address.street && { street: address.street }),
    ...(address.postCode && { postCode: address.postCode }),
    ...(address.town && { town: address.town }),
  },
  ...(vatIdentifier && { vatIdentifier }),
  contact: {
    ...(contact.name && { name: contact.name }),
    ...(contact.email && { email: contact.email }),
    ...(contact.phone && { phone: contact.phone }),
    ...(contact.note && { note: contact.note }),
  },
});
