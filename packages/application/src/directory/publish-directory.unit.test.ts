import { memoryDirectoryEditions, memoryEditionFiles } from '../in-memory/memory-directory-editions.js';
import { makeMemoryPorts } from '../in-memory/memory-ports.js';
import { cast } from '../testing/cast.js';
import { describeEditions } from '../testing/port-suite-editions.js';

describeEditions('in memory', async () => {
  const { tables, seed, close } = makeMemoryPorts();
  await seed(cast);
  return {
    editions: memoryDirectoryEditions(tables),
    editionFiles: memoryEditionFiles(),
    seed,
    close,
  };
});
