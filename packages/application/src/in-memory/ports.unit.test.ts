import { describePorts } from '../testing/port-suite.js';
import { makeMemoryPorts } from './memory-ports.js';

describePorts('in memory', async () => makeMemoryPorts());
