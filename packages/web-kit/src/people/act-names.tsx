import { actNames, isAct } from '@parvis/domain/access/acts';
import { useLanguage } from '../words/i18n.js';

/** What an act of the history is called; one that this page is too old to know keeps its code. */
export const useActName = (): ((act: string) => string) => {
  const language = useLanguage();
  return (act) => (isAct(act) ? actNames[act][language] : act);
};
