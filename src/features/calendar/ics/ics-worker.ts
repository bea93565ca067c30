import { parentPort, workerData } from 'node:worker_threads';
import { daysOfIcs, type IcsTask } from './days-of-ics.ts';

parentPort?.postMessage(daysOfIcs(workerData as IcsTask));
