/** What `pg` knows of TLS. It takes each of the first three for `verify-full`, and says so at every start. */
const CHECKED = ['prefer', 'require', 'verify-ca'];
const SSL_MODES = ['disable', 'no-verify', ...CHECKED, 'verify-full'];

/** User, password and the rest, where the password holds signs that end it in an address. */
const UNESCAPED = /^(postgres(?:ql)?:\/\/[^:@/?#]*:)(.+)@([^@]*)$/s;

/** All that may stand in a password as it is; a percent sign only where it begins an escape. */
const TO_ESCAPE = /%(?![\da-f]{2})|[^\w.~!$&'()*+,;=%-]/gi;

export type DatabaseUrl =
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly fault: UrlFault };

type UrlFault = 'no-address' | 'unknown-sslmode';

/**
 * The address of a PostgreSQL database as every client reads it alike. A password may hold `#`, `@`, `/` and
 * other signs as they are. `sslmode` means what `pg` takes it for.
 */
export function readDatabaseUrl(written: string): DatabaseUrl {
  const url = parse(written);
  if (!url) return { ok: false, fault: 'no-address' };
  const mode = url.searchParams.get('sslmode');
  if (mode === null || url.searchParams.has('uselibpqcompat')) return { ok: true, url: url.href };
  if (!SSL_MODES.includes(mode)) return { ok: false, fault: 'unknown-sslmode' };
  if (CHECKED.includes(mode)) url.searchParams.set('sslmode', 'verify-full');
  return { ok: true, url: url.href };
}

/** What is wrong with it, and the fix. */
export const databaseUrlAdvice = (fault: UrlFault): string => ADVICE[fault];

const ADVICE: Readonly<Record<UrlFault, string>> = {
  'no-address':
    'is not the address of a PostgreSQL database. Fix: write it as postgres://user:password@host:5432/database.',
  'unknown-sslmode': `names an sslmode that there is not. Fix: write one of ${SSL_MODES.join(', ')}.`,
};

function parse(written: string): URL | undefined {
  const plain = URL.parse(written);
  const url = plain && isPlain(plain) ? plain : URL.parse(escaped(written));
  return url && ['postgres:', 'postgresql:'].includes(url.protocol) ? url : undefined;
}

/** An address takes a password that was cut off by such a sign for a host or a port. */
const isPlain = ({ hash, pathname, search, username }: URL): boolean =>
  hash === '' && !pathname.includes('@') && !(username === '' && search.includes('@'));

function escaped(written: string): string {
  const [, user, password, rest] = UNESCAPED.exec(written) ?? [];
  if (password === undefined) return written;
  return `${user}${password.replace(TO_ESCAPE, encodeURIComponent)}@${rest}`;
}
