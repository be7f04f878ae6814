import { useViewerCan } from '@parvis/web-kit/session/viewer-can';

/** Whether the viewer may do more than read in any of their entities. The gateway decides act by act; pages only say why. */
export const useMayAct = (): boolean => useViewerCan('RECEIVED_INVOICE_PROCESS');
