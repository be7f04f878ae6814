import { createContext } from 'react';

/** What stands behind every page's title in the browser tab: product, area, environment. */
export const FrameTitle = createContext('');
