const say = (text = '') => process.stdout.write(`${text}\n`);
const line = (what, ...figures) =>
  say(what.padEnd(28) + figures.map((figure) => figure.padStart(10)).join(''));
const ms = (figure) => figure.toFixed(1);
const row = (what, { p50, p95, most }) => line(what, ms(p50), ms(p95), ms(most));

/** The outcome for people, in milliseconds. */
export const printDirectory = ({ entities, services, seconds, store, http }) => {
  say();
  say(
    `Directory of ${entities.toLocaleString('en')} entities and ${services.toLocaleString('en')} services, made in ${seconds.toFixed(0)} s.`,
  );
  line('', 'p50', 'p95', 'most');
  row('every question', store.all);
  row('the same rows by key', store.floor);
  row('over GraphQL and HTTP', http.all);
  say();
  for (const way of store.ways) row(`  ${way.way}`, way);
};
