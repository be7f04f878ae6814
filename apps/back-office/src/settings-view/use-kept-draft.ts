export { differing, type KeptDraft, useKeptDraft } from '@parvis/web-kit/drafts/kept-draft';
