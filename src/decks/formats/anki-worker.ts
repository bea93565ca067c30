import { parentPort, workerData } from 'node:worker_threads';
import { notesIn } from './anki-sqlite.ts';

const bytes: unknown = workerData;
if (bytes instanceof Uint8Array) parentPort?.postMessage(await notesIn(bytes));
