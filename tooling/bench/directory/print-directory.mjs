const say = (text = '') => process.stdout.write(`${text}\n`);
const line = (what, ...figures) =>
  say(what.padEnd(28) + figures.map((figure) => figure.padStart(10)).join(''));
const ms = (figure) => figure.toFixed(1);
const row = (what, { p50, p95, most, floor }) =>
  line(what, ms(p50), ms(p95), ms(most), ms(floor.p50), ms(floor.p95), `${(p50 / floor.p50).toFixed(0)}x`);

/** The outcome for people, in milliseconds: through the store, each kind of question beside its floor. */
export const printDirectory = ({ entities, services, seconds, store, http }) => {
  say();
  say(
    `Directory of ${entities.toLocaleString('en')} entities and ${services.toLocaleString('en')} services, made in ${seconds.toFixed(0)} s.`,
  );
  say('Floor: the rows of each answer by primary key, asked for right after it.');
  say();
  line('ms', 'p50', 'p95', 'most', 'floor p50', 'floor p95', '/ floor');
  for (const way of store.ways) row(way.way, way);
  say();
  row('every question', store.all);
  row('over GraphQL and HTTP', http.all);
};
