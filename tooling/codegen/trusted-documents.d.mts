import type { Plugin } from 'vite';

export declare const trustedDocuments: () => Plugin;
export declare const withTypeNames: (text: string) => string;
