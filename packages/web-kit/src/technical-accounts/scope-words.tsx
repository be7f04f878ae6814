import type { Space as SpaceOfDomain } from '@parvis/domain/access/actor';
import { spaceNames } from '@parvis/domain/display/space-names';
import { useDisplay } from '../display/use-display.js';
import type { Level, Space, TechnicalKeyPartsFragment } from '../gql/graphql.js';
import { useLanguage } from '../words/i18n.js';
import { useKeyWords } from './words.js';

/** The API's word for a space is the domain's in capitals. */
const domainWord = (space: Space): SpaceOfDomain =>
  space.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as SpaceOfDomain;

export const useSpaceName = (): ((space: Space) => string) => {
  const language = useLanguage();
  return (space) => spaceNames[domainWord(space)][language];
};

/** What a key opens, a line a space: « Factures émises : lire et agir ». */
export const useScopeLines = (): ((scope: TechnicalKeyPartsFragment['scope']) => string[]) => {
  const say = useKeyWords();
  const nameOf = useSpaceName();
  const { labelled } = useDisplay();
  return (scope) =>
    scope.map(({ space, level, services }) => {
      const line = labelled(nameOf(space), say(`level_${level satisfies Level}`).toLowerCase());
      return services ? `${line} (${services.join(', ')})` : line;
    });
};
