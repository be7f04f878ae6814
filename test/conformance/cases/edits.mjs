/** Edits of a document of our own, by path; each takes a text and gives the changed one. Throws where nothing is found. */
import { find, parse } from './xml-text.mjs';

const one = (text, path, which = () => true) => {
  const root = parse(text);
  const element = find(text, { children: [root] }, path).find((found) =>
    which(find.bind(undefined, text, found), text),
  );
  if (!element) throw new Error(`Nothing at ${path}.`);
  return element;
};

export const set = (path, value, which) => (text) => {
  const { opened, closing } = one(text, path, which);
  return text.slice(0, opened) + value + text.slice(closing);
};

export const drop = (path, which) => (text) => {
  const { start, end } = one(text, path, which);
  return text.slice(0, start).trimEnd() + text.slice(end);
};

/** The same once more, after itself; perhaps with another text in it. */
export const double =
  (path, change = (same) => same) =>
  (text) => {
    const { start, end } = one(text, path);
    return text.slice(0, end) + change(text.slice(start, end)) + text.slice(end);
  };

export const after = (path, xml, which) => (text) => {
  const { end } = one(text, path, which);
  return text.slice(0, end) + xml + text.slice(end);
};

export const before = (path, xml, which) => (text) => {
  const { start } = one(text, path, which);
  return text.slice(0, start) + xml + text.slice(start);
};

/** As the last child. */
export const inside = (path, xml) => (text) => {
  const { closing, start, opened, end, empty, name } = one(text, path);
  if (!empty) return text.slice(0, closing) + xml + text.slice(closing);
  return `${text.slice(0, start)}${text.slice(start, opened).replace(/\s*\/>$/, '>')}${xml}</${name}>${text.slice(end)}`;
};

export const attribute = (path, name, value) => (text) => {
  const { start, opened } = one(text, path);
  const tag = text.slice(start, opened);
  const written = tag.includes(` ${name}=`)
    ? tag.replace(new RegExp(` ${name}="[^"]*"`), value === undefined ? '' : ` ${name}="${value}"`)
    : tag.replace(/\s*\/?>$/, (close) => ` ${name}="${value}"${close.trim()}`);
  return text.slice(0, start) + written + text.slice(opened);
};

/** Whether a child says so: for `which`. */
export const says = (path, value) => (below, text) =>
  below(path).some(({ opened, closing }) => text.slice(opened, closing).trim() === value);

export const all =
  (...tests) =>
  (...found) =>
    tests.every((test) => test(...found));
