import type { Stray } from '@parvis/domain/rules/evidence';
import { prefixOf } from '../xml/namespaces.js';
import type { XmlAttribute, XmlWatcher } from '../xml/xml-watcher.js';
import { cut, type StrayKeeper } from './stray-keeper.js';

interface OpenStray {
  readonly element: string;
  readonly parent: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Stray[];
  text: string;
}

/** Keeps an element that no binding speaks of, with all that is in it, for the rules that look everywhere. */
export class StrayWatcher implements XmlWatcher {
  private readonly unclosed: OpenStray[] = [];

  constructor(
    private readonly parent: string,
    private readonly location: string,
    private readonly strays: StrayKeeper,
  ) {}

  open(uri: string, local: string, attributes: readonly XmlAttribute[]): void {
    const prefix = prefixOf(uri);
    this.unclosed.push({
      element: prefix === undefined ? local : `${prefix}:${local}`,
      parent: this.unclosed.at(-1)?.element ?? this.parent,
      attributes: Object.fromEntries(attributes.map(({ local: name, value }) => [name, cut(value)])),
      children: [],
      text: '',
    });
  }

  text(text: string): void {
    const current = this.unclosed.at(-1);
    if (current && current.text.length < 1_000) current.text = cut(current.text + text);
  }

  close(): void {
    const closed = this.unclosed.pop();
    if (!closed || !this.strays.hasRoom()) return;
    const above = this.unclosed.at(-1);
    if (above) above.children.push(closed);
    else this.strays.kept.push({ ...closed, location: `${this.location}/${closed.element}` });
  }
}
