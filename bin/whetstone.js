import { isNodeNewEnough } from './node-version.js';

// The sources are TypeScript, which an older Node cannot even read: they are loaded after the check.
if (isNodeNewEnough()) await import('../src/cli.ts');
