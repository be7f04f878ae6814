import { explorerExamples } from './explorer-examples.js';

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 25%, transparent); font: 1rem/1.5 system-ui, sans-serif }
* { box-sizing: border-box } body { margin: 0; padding: 1rem; display: grid; gap: 1rem }
header { display: flex; flex-wrap: wrap; gap: 1rem; align-items: baseline } h1 { font-size: 1.25rem; margin: 0 } h2 { font-size: 1rem; margin: 0 0 .5rem }
main { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(14rem, .6fr) }
@media (max-width: 60rem) { main { grid-template-columns: minmax(0, 1fr) } }
textarea, pre { width: 100%; margin: 0; padding: .75rem; border: 1px solid var(--line); border-radius: .375rem; font: .875rem/1.5 ui-monospace, monospace; background: Canvas; color: CanvasText; tab-size: 2 }
textarea { resize: vertical } #query { min-height: 22rem } #variables { min-height: 8rem } pre { min-height: 22rem; max-height: 80vh; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere }
button, select { font: inherit; padding: .375rem .75rem } #docs { max-height: 80vh; overflow: auto; font-size: .875rem } #docs dt { font-family: ui-monospace, monospace; margin-top: .5rem; overflow-wrap: anywhere } #docs dd { margin: 0; opacity: .8 }
label { display: block; font-weight: 600; margin-bottom: .25rem } :focus-visible { outline: 3px solid #3b6fd4; outline-offset: 1px }
`;

/** Runs in the browser. Talks to this very address and to nothing else. */
const script = `
const element = (id) => document.getElementById(id);
const examples = ${JSON.stringify(explorerExamples).replaceAll('<', '\\u003c')};
const post = async (body) => {
  const response = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return response.json();
};
const run = async () => {
  element('answer').textContent = '…';
  try {
    const text = element('variables').value.trim();
    const answer = await post({ query: element('query').value, variables: text ? JSON.parse(text) : {} });
    element('answer').textContent = JSON.stringify(answer, null, 2);
  } catch (error) {
    element('answer').textContent = String(error);
  }
};
for (const [index, { title }] of examples.entries()) element('examples').append(new Option(title, String(index)));
const show = ({ query, variables }) => {
  element('query').value = query;
  element('variables').value = variables ? JSON.stringify(variables, null, 2) : '';
};
element('examples').addEventListener('change', (event) => show(examples[Number(event.target.value)]));
element('run').addEventListener('click', run);
addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void run(); } });
show(examples[0]);
const nameOf = (type) => type.kind === 'NON_NULL' ? nameOf(type.ofType) + '!' : type.kind === 'LIST' ? '[' + nameOf(type.ofType) + ']' : type.name;
const listDocs = async () => {
  const part = 'kind name ofType { kind name ofType { kind name ofType { kind name } } }';
  const { data } = await post({ query: '{ __schema { queryType { name } mutationType { name } subscriptionType { name } types { kind name description fields { name description type { ' + part + ' } args { name type { ' + part + ' } } } } } }' });
  if (!data) return;
  const { queryType, mutationType, subscriptionType, types } = data.__schema;
  const first = [queryType, mutationType, subscriptionType].map((type) => type?.name);
  const shown = types.filter(({ kind, name }) => kind === 'OBJECT' && !name.startsWith('__'));
  shown.sort((left, right) => (first.indexOf(left.name) + 9) % 9 - (first.indexOf(right.name) + 9) % 9 || left.name.localeCompare(right.name));
  for (const { name, fields } of shown) {
    const group = document.createElement('details');
    group.open = first.includes(name);
    group.append(Object.assign(document.createElement('summary'), { textContent: name }));
    const list = document.createElement('dl');
    for (const field of fields) {
      const args = field.args.map((arg) => arg.name + ': ' + nameOf(arg.type)).join(', ');
      list.append(Object.assign(document.createElement('dt'), { textContent: field.name + (args ? '(' + args + ')' : '') + ': ' + nameOf(field.type) }));
      list.append(Object.assign(document.createElement('dd'), { textContent: field.description ?? '' }));
    }
    group.append(list);
    element('docs').append(group);
  }
};
void listDocs();
`;

/** A page to try the API on: no dependency, no request to anywhere else. */
export const explorerPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parvis API</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><header><h1>Parvis API</h1><label>Example / exemple <select id="examples"></select></label>
<button id="run" type="button">Run / exécuter (Ctrl+Enter)</button></header>
<main><section><label for="query">Query</label><textarea id="query" spellcheck="false"></textarea>
<label for="variables">Variables (JSON)</label><textarea id="variables" spellcheck="false"></textarea></section>
<section><h2>Answer / réponse</h2><pre id="answer" aria-live="polite" tabindex="0"></pre></section>
<section><h2>Schema</h2><div id="docs" tabindex="0"></div></section></main>
<script>${script}</script></body></html>`;
