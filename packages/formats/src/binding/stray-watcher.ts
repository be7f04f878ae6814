import type { Stray } from '@parvis/domain/rules/evidence';
import { limits } from '../reading/limits.js';
import { namespaces } from '../xml/namespaces.js';
import type { XmlAttribute, XmlWatcher } from '../xml/xml-watcher.js';
import { cut } from './evidence-collector.js';

interface OpenStray {
  readonly element: string;
  readonly parent: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Stray[];
  text: string;
}

/** Keeps an element that no binding speaks of, with all that is in it, for the rules that look everywhere. */
export class StrayWatcher implements XmlWatcher {
  private readonly open_: OpenStray[] = [];
  private count = 0;

  constructor(
    private readonly parent: string,
    private readonly location: string,
    private readonly strays: Stray[],
  ) {}

  open(uri: string, local: string, attributes: readonly XmlAttribute[]): void {
    const prefix = prefixes.get(uri);
    this.open_.push({
      element: prefix === undefined ? local : `${prefix}:${local}`,
      parent: this.open_.at(-1)?.element ?? this.parent,
      attributes: Object.fromEntries(attributes.map(({ local: name, value }) => [name, cut(value)])),
      children: [],
      text: '',
    });
  }

  text(text: string): void {
    const current = this.open_.at(-1);
    if (current && current.text.length < 1_000) current.text = cut(current.text + text);
  }

  close(): void {
    const closed = this.open_.pop();
    if (!closed || this.strays.length + this.count >= limits.strays) return;
    this.count++;
    const above = this.open_.at(-1);
    if (above) above.children.push(closed);
    else this.strays.push({ ...closed, location: `${this.location}/${closed.element}` });
  }
}

const prefixes = new Map(Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]));
