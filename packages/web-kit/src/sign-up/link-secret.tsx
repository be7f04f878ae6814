import { useEffect, useState } from 'react';

/** The secret that a mailed link carries behind its `#`, taken off the address bar so that nobody reads it there. */
export const useLinkSecret = (): string | undefined => {
  const [secret] = useState(() => decodeURIComponent(location.hash.slice(1)) || undefined);
  useEffect(() => {
    if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  }, []);
  return secret;
};
