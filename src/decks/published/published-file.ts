import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { licenceIn } from '../formats/markdown/licence.ts';
import type { Origin } from '../formats/reading.ts';
import { DECK_BYTES } from '../limits.ts';
import { withScratchFolder } from '../scratch-folder.ts';
import type { FetchLimits, FetchPublic } from './fetch-bytes.ts';

const LIMITS: FetchLimits = { maxBytes: DECK_BYTES, timeMs: 30_000 };

/** A file that somebody published, on the disk for as long as it is read. */
export interface PublishedFile {
  readonly path: string;
  readonly sha256: string;
  readonly origin: Origin;
}

export type Published<Result> =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly why: string };

interface PinOptions {
  /** Nothing else than what has this digest is read. */
  readonly sha256?: string | undefined;
  readonly fetchPublic: FetchPublic;
}

/**
 * Fetches a file, which may be named by its page on GitHub or GitLab or by its repository alone, and hands
 * it over.
 */
export async function withPublished<Result>(
  address: string,
  read: (file: PublishedFile) => Promise<Result>,
  { sha256, fetchPublic }: PinOptions,
): Promise<Published<Result>> {
  const url = rawAddress(new URL(address));
  const fetched = await fetchPublic(url, LIMITS);
  if (!fetched.ok) return fetched;
  const digest = createHash('sha256').update(fetched.bytes).digest('hex');
  if (sha256 !== undefined && sha256.toLowerCase() !== digest) {
    return { ok: false, why: `it has changed: its SHA-256 is ${digest}` };
  }
  const name = nameOf(fetched.url, fetched.type);
  if (name === undefined)
    return { ok: false, why: 'neither its name nor its type says what it is' };
  const licence = await licenceBeside(url, fetchPublic);
  return withScratchFolder('whetstone-published-', async (folder) => {
    const path = join(folder, name);
    await writeFile(path, fetched.bytes);
    const origin = { address, ...(licence !== undefined && { licence }) };
    return { ok: true, result: await read({ path, sha256: digest, origin }) };
  });
}

/** The file itself, where people know the page that shows it. */
export function rawAddress(page: URL): URL {
  const [owner, repository, kind, ref, ...path] = page.pathname.split('/').filter(Boolean);
  if (page.hostname === 'github.com' && owner && repository) {
    const name = repository.replace(/\.git$/, '');
    const file = kind === 'blob' && ref ? [ref, ...path] : kind ? undefined : ['HEAD', 'README.md'];
    if (file)
      return new URL(`https://raw.githubusercontent.com/${[owner, name, ...file].join('/')}`);
  }
  return new URL(page.href.replace('/-/blob/', '/-/raw/'));
}

/** The licence of the repository on GitHub that a file is in. */
async function licenceBeside(file: URL, fetchPublic: FetchPublic): Promise<string | undefined> {
  if (file.hostname !== 'raw.githubusercontent.com') return undefined;
  const root = file.pathname.split('/').slice(0, 4).join('/');
  for (const name of ['LICENSE', 'LICENSE.md']) {
    const found = await fetchPublic(new URL(`${root}/${name}`, file), {
      ...LIMITS,
      maxBytes: 200_000,
    });
    if (found.ok) return licenceIn(`License\n${found.bytes.toString('utf8')}`);
  }
  return undefined;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'application/json': '.json',
  'text/csv': '.csv',
  'text/tab-separated-values': '.tsv',
  'text/markdown': '.md',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
};

/** A name with an ending that says what the file is: its own or, where it has none, by the type it came as. */
function nameOf({ pathname }: URL, type: string): string | undefined {
  const own = basename(pathname).replace(/[^\w.-]/g, '_');
  if (extname(own) !== '') return own;
  const ending = ENDINGS[type.split(';', 1)[0]?.trim().toLowerCase() ?? ''];
  return ending === undefined ? undefined : `${own || 'list'}${ending}`;
}
