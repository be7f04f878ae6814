/**
 * XML as text with places: enough to find an element of our own well-formed documents by its path and to write beside it.
 * Shares nothing with the reader under test.
 */

const token =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

/** `{ name, start, opened, closing, end, attributes, children, parent }`; offsets into the text. */
export const parse = (text) => {
  const root = { name: '', start: 0, opened: 0, children: [], attributes: {}, parent: undefined };
  let current = root;
  for (const match of text.matchAll(token)) {
    const [whole, slash, name, attributes = '', closed] = match;
    if (name === undefined) continue;
    if (slash) {
      current.closing = match.index;
      current.end = match.index + whole.length;
      current = current.parent;
      continue;
    }
    const opened = match.index + whole.length;
    const element = { name, start: match.index, opened, children: [], parent: current };
    element.attributes = Object.fromEntries(
      [...attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key, a, b]) => [
        key,
        a ?? b,
      ]),
    );
    current.children.push(element);
    if (closed) Object.assign(element, { closing: opened, end: opened, empty: true });
    else current = element;
  }
  return root.children[0];
};

export const textOf = (text, element) => text.slice(element.opened, element.closing).trim();

const matches = (wanted, name) => wanted.split('|').some((one) => matchesOne(one, name));

const matchesOne = (wanted, name) => {
  const [prefix, local] = wanted.includes(':') ? wanted.split(':') : ['', wanted];
  const [ownPrefix, own] = name.includes(':') ? name.split(':') : ['', name];
  if (prefix !== '' && prefix !== ownPrefix) return false;
  return local.startsWith('*') ? own.endsWith(local.slice(1)) : own === local;
};

/** `a/b[2]/c`, `//c`, `a|b/c`; a name may begin with `*`. `[cbc:ID=S]` asks for the text of a child. */
export const find = (text, from, path) =>
  steps(path).reduce(
    (found, { deep, name, rank, child, value }) =>
      found.flatMap((element) => {
        const below = deep ? descendants(element) : element.children;
        const fitting = below.filter((each) => {
          if (!matches(name, each.name)) return false;
          if (child === undefined) return true;
          const inner = find(text, each, child.replaceAll('.', '/'));
          return inner.some((one) => textOf(text, one) === value);
        });
        return rank === undefined ? fitting : fitting.slice(rank - 1, rank);
      }),
    [from],
  );

export const steps = (path) =>
  [...path.matchAll(/(\/\/|\/|^)([^/[\]]+)(?:\[(?:(\d+)|([^\]=]+)=([^\]]*))\])?/g)].map(
    ([, slash, name, rank, child, value]) => ({
      deep: slash === '//',
      name,
      ...(rank && { rank: Number(rank) }),
      ...(child && { child, value }),
    }),
  );

const descendants = (element) => element.children.flatMap((child) => [child, ...descendants(child)]);

/** Makes one patch `{ at, cut, add }` of two texts. */
export const patchOf = (before, after) => {
  let at = 0;
  while (at < before.length && at < after.length && before[at] === after[at]) at++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - at;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { at, cut: before.length - at - tail, add: after.slice(at, after.length - tail) };
};
