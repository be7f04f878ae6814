import type {
  Role as RoleOfDomain,
  Side as SideOfDomain,
  Space as SpaceOfDomain,
} from '@parvis/domain/access/actor';
import { spacesOf } from '@parvis/domain/access/spaces';
import { roleNames } from '@parvis/domain/display/role-names';
import { spaceNames } from '@parvis/domain/display/space-names';
import type { Role, Side, Space } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';

/** The API's word for a thing of the domain is the domain's in capitals. */
const inCapitals = (word: string): string =>
  word.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

const domainWord = (word: string): string =>
  word.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The spaces of a side, in the order in which people see them. */
export const spacesOfSide = (side: Side): Space[] =>
  spacesOf(domainWord(side) as SideOfDomain).map((space) => inCapitals(space) as Space);

/** What people call spaces and roles. */
export const useAccessNames = () => {
  const language = useLanguage();
  return {
    space: (space: Space): string => spaceNames[domainWord(space) as SpaceOfDomain][language],
    role: (role: Role): string => roleNames[domainWord(role) as RoleOfDomain][language],
  };
};
