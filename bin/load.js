import module from 'node:module';
import path from 'node:path';
import { isNodeNewEnough } from './node-version.js';

/**
 * Loads the sources. They are TypeScript, which an older Node cannot even read: so they are loaded after its
 * version was checked. What was compiled once is kept beside the packages, which halves the time of the next
 * start; where that folder cannot be written to, nothing else is lost.
 *
 * @param {() => Promise<unknown>} sources
 */
export async function load(sources) {
  if (!isNodeNewEnough()) return;
  module.enableCompileCache(path.join(import.meta.dirname, '../node_modules/.cache/compiled'));
  try {
    await sources();
  } catch (error) {
    if (!isPackageMissing(error)) throw error;
    process.exitCode = 1;
    process.stderr.write(
      `Whetstone’s packages are not installed: ${error.message.split(' imported from ')[0]}. Fix: run “npm ci”.\n`,
    );
  }
}

/**
 * @param {unknown} error
 * @returns {error is Error}
 */
const isPackageMissing = (error) =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'ERR_MODULE_NOT_FOUND' &&
  error.message.startsWith('Cannot find package');
