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

interface Pruning {
  /** Elements that are not kept at all. */
  readonly leaveOut: ReadonlySet<string>;
  /** Right under the root or its child: handed over whole, and not kept. */
  readonly entry: string;
  readonly take: (entry: ElementTree, root: ElementTree) => void;
}

/** Keeps a document as a tree, but for its many entries: of those it holds one at a time. */
export class TreeBuilder implements XmlTarget {
  private readonly path: ElementTree[] = [];
  private pruned = 0;
  root: ElementTree | undefined;

  constructor(private readonly pruning: Pruning) {}

  open({ local, attributes }: XmlTag): void {
    if (this.pruned > 0 || this.pruning.leaveOut.has(local)) {
      this.pruned += 1;
      return;
    }
    const element = new ElementTree(
      local,
      attributes.length === 0
        ? noAttributes
        : new Map(attributes.map((attribute) => [attribute.local, attribute.value])),
    );
    if (!this.isEntry(element, this.path.length)) this.path.at(-1)?.children.push(element);
    this.root ??= element;
    this.path.push(element);
  }

  text(text: string): void {
    const current = this.path.at(-1);
    if (this.pruned === 0 && current) current.text += text;
  }

  close(): void {
    if (this.pruned > 0) {
      this.pruned -= 1;
      return;
    }
    const closed = this.path.pop();
    if (closed && this.root && this.isEntry(closed, this.path.length)) this.pruning.take(closed, this.root);
  }

  private isEntry({ name }: ElementTree, depth: number): boolean {
    return name === this.pruning.entry && (depth === 1 || depth === 2);
  }
}
