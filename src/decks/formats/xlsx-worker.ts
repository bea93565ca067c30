import { parentPort, workerData } from 'node:worker_threads';
import readXlsxFile from 'read-excel-file/node';
import type { Sheet } from './xlsx.ts';

const bytes: unknown = workerData;
if (bytes instanceof Uint8Array) {
  const sheets = await readXlsxFile(Buffer.from(bytes));
  const read = sheets.map(({ sheet, data }): Sheet => {
    return { name: sheet, rows: data.map((row) => row.map(asText)) };
  });
  parentPort?.postMessage(read);
}

/** Rich text comes as its words; a formula as what it came to. */
function asText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'string') return cell.replace(/\r\n?/g, '\n');
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}
