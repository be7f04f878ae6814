import { describeDeathsOf } from './deaths-at-marked-points.js';

describeDeathsOf('worker');
