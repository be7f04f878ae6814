import type { NewToken } from '../ports/platform.js';

/** A key as its program presents it: `parvis_<public part>_<secret>`. */
const shape = /^parvis_([A-Za-z0-9]{12})_([A-Za-z0-9_-]{43})$/;

export interface FreshKey {
  /** Shown once. */
  readonly key: string;
  readonly publicPart: string;
}

/** The beginning is the same for all, so that people and scanners of leaked secrets know one when they see it. */
export const makeKey = (newToken: NewToken): FreshKey => {
  const publicPart = newToken()
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 12)
    .padEnd(12, '0');
  return { key: `parvis_${publicPart}_${newToken()}`, publicPart };
};

/** Meant as a key, perhaps cut short on the way. */
export const looksLikeKey = (presented: string): boolean => presented.startsWith('parvis_');

export const isKey = (presented: string): boolean => shape.test(presented);

/** The public part of what looks like a key: what a refusal may name. */
export const publicPartOf = (presented: string): string | undefined => shape.exec(presented)?.[1];
