/** `npm run dev`: when a source changes, builds what depends on it and restarts gateway and worker. */
import { watch } from 'node:fs';
import path from 'node:path';
import { build, root, say } from './prepare.mjs';

const QUIET_MS = 300;

export const watchSources = (processes) => {
  let timer;
  let building = Promise.resolve();
  const rebuild = async () => {
    try {
      await build();
      for (const running of processes) await running.restart();
      say('Restarted.');
    } catch (error) {
      say(error.message);
    }
  };
  const watchers = ['apps', 'packages'].map((folder) =>
    watch(path.join(root, folder), { recursive: true }, (_event, file) => {
      if (!file || !/[\\/]src[\\/](?!gql[\\/])/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        building = building.then(rebuild);
      }, QUIET_MS);
    }),
  );
  say('Watching the sources…');
  return () => {
    for (const watcher of watchers) watcher.close();
  };
};
