import { parentPort, workerData } from 'node:worker_threads';
import { rowsIn } from './anki-sqlite.ts';

if (typeof workerData === 'string') parentPort?.postMessage(rowsIn(workerData));
