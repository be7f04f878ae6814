import { ReadingStopped } from '../reading/read-fault.js';
import { decodeText } from '../xml/decode-text.js';
import { scanXml } from '../xml/scan-xml.js';
import { type ElementTree, TreeBuilder } from './element-tree.js';

const everything = { leaveOut: new Set<string>(), entry: '', take: () => {} };

/** A small XML document as a tree; undefined where it is not well formed, not whole, or declares a document type. */
export const readElementTree = (bytes: Uint8Array): ElementTree | undefined => {
  const builder = new TreeBuilder(everything);
  try {
    scanXml(decodeText(bytes).bytes, builder);
  } catch (error) {
    if (error instanceof ReadingStopped) return undefined;
    throw error;
  }
  return builder.root;
};
