import { use } from 'react';
import { FrameTitle } from './frame-context.js';

/** What the tab of the browser says: the page first, then the app around it. */
export function PageTitle({ title }: { readonly title: string }) {
  const frameTitle = use(FrameTitle);
  return <title>{frameTitle ? `${title} · ${frameTitle}` : title}</title>;
}
