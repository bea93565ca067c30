import { load } from './load.js';

await load(() => import('../src/cli.ts'));
