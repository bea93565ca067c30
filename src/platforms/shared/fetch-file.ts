import { PlatformError } from '../../chat/platform.ts';
import { neverConnected } from './never-connected.ts';

/** A file that somebody sent, where the platform says that it stands. */
export interface StandingFile {
  readonly url: string;
  /** The platform's own hosts: an address elsewhere is not asked, and told no token. */
  readonly hosts: readonly string[];
  /** Where the operator named another address than the platform's, its origin is trusted too. */
  readonly apiUrl?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** For all of a file; the largest takes two seconds on a slow line. */
const TIMEOUT_MS = 30_000;

/**
 * Fetches a file from the platform itself, piece by piece, so that one that is longer than it may be costs no
 * more than that. Redirects are not followed: they could lead anywhere.
 * @throws {PlatformError}
 */
export async function fetchFile(file: StandingFile, largest: number): Promise<Uint8Array> {
  if (!isOwn(file)) throw new PlatformError({ code: 'rejected' }, 'a file that stands elsewhere');
  try {
    const response = await fetch(file.url, {
      headers: { ...file.headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    requireFile(response);
    return await readUpTo(response, largest);
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    const code = neverConnected(error) ? 'busy' : 'in-doubt';
    throw new PlatformError({ code }, 'a file could not be fetched', { cause: error });
  }
}

function isOwn({ url, hosts, apiUrl }: StandingFile): boolean {
  const { protocol, hostname, origin } = URL.parse(url) ?? {};
  if (origin === undefined) return false;
  if (apiUrl !== undefined && URL.parse(apiUrl)?.origin === origin) return true;
  return protocol === 'https:' && hosts.includes(hostname ?? '');
}

function requireFile({ status, ok }: Response): void {
  if (ok) return;
  const detail = `a file was answered with ${status}`;
  if (status === 404 || status === 410) throw new PlatformError({ code: 'message-gone' }, detail);
  if (status >= 500 || status === 429) throw new PlatformError({ code: 'busy' }, detail);
  throw new PlatformError({ code: 'forbidden' }, detail);
}

async function readUpTo({ body }: Response, largest: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream: AsyncIterable<Uint8Array> | null = body;
  for await (const piece of stream ?? []) {
    size += piece.byteLength;
    if (size > largest) {
      throw new PlatformError({ code: 'file-too-large', size, largest }, `${size} bytes and more`);
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
