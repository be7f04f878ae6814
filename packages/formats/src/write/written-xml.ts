import { businessTerms } from '../binding/business-terms.js';
import type { XmlText } from './xml-text.js';

/** An invoice in one syntax. */
export interface WrittenXml {
  /** UTF-8 when encoded, as its declaration says; the same invoice always gives the same text. */
  readonly xml: string;
  /** What this syntax has no place for; empty for nearly every invoice. */
  readonly lost: readonly LostValue[];
}

/** A value of the model that the target syntax cannot hold. */
export interface LostValue {
  /** Its place in the model: `payments[1].meansText`; empty where a character could stand nowhere. */
  readonly path: string;
  /** `BT-82` */
  readonly term: string;
  readonly value: string;
}

/** Collects what is lost while a document is written. */
export class Losses {
  private readonly values: LostValue[] = [];

  add(path: string, value: { toString(): string } | undefined): void {
    if (value === undefined) return;
    const terms: Readonly<Record<string, { readonly id: string }>> = businessTerms;
    const term = terms[path.replaceAll(/\[\d+\]/g, '[]')]?.id ?? '';
    this.values.push({ path, term, value: value.toString() });
  }

  /** A value of the document that the model keeps in each payment: all but one text of it are lost. */
  addDiffering(paths: readonly (readonly [path: string, value: string | undefined])[]): void {
    const kept = paths.find(([, value]) => value !== undefined)?.[1];
    for (const [path, value] of paths) if (value !== kept) this.add(path, value);
  }

  result(text: XmlText): WrittenXml {
    const characters = [...text.unwritable].map((character) => ({
      path: '',
      term: '',
      value: `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    }));
    return { xml: text.toString(), lost: [...this.values, ...characters] };
  }
}
