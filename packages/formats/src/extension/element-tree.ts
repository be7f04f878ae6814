import type { XmlTarget } from '../xml/scan-xml.js';
import { trimmed } from '../xml/white-space.js';
import type { XmlTag } from '../xml/xml-tag.js';

/** An element with all that stands inside. Names are local: the namespaces of one document type share none. */
export class ElementTree {
  readonly children: ElementTree[] = [];
  text = '';

  constructor(
    readonly name: string,
    readonly attributes: ReadonlyMap<string, string>,
  ) {}

  /** The elements at the end of a path of names. */
  all(path: string): ElementTree[] {
    let found: ElementTree[] = [this];
    for (const name of path.split('/'))
      found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
    return found;
  }

  first(path: string): ElementTree | undefined {
    return this.all(path)[0];
  }

  /** The text of the first element at the end of a path, white space around taken off; empty where it is empty. */
  textAt(path: string): string | undefined {
    const found = this.first(path);
    return found && trimmed(found.text);
  }
}

const noAttributes: ReadonlyMap<string, string> = new Map();

/** Keeps a document as a tree, the branches of some names left out. */
export class TreeBuilder implements XmlTarget {
  private readonly path: ElementTree[] = [];
  private pruned = 0;
  root: ElementTree | undefined;

  constructor(private readonly leaveOut: ReadonlySet<string>) {}

  open({ local, attributes }: XmlTag): void {
    if (this.pruned > 0 || this.leaveOut.has(local)) {
      this.pruned += 1;
      return;
    }
    const element = new ElementTree(
      local,
      attributes.length === 0
        ? noAttributes
        : new Map(attributes.map((attribute) => [attribute.local, attribute.value])),
    );
    this.path.at(-1)?.children.push(element);
    this.root ??= element;
    this.path.push(element);
  }

  text(text: string): void {
    const current = this.path.at(-1);
    if (this.pruned === 0 && current) current.text += text;
  }

  close(): void {
    if (this.pruned > 0) this.pruned -= 1;
    else this.path.pop();
  }
}
