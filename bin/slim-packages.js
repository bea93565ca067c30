import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * npm runs this after `npm ci` and `npm install`, under whatever Node it has. What cannot be removed stays, so that no
 * install fails because of it, and a second run finds nothing left to remove.
 */

/**
 * Files and folders of packages that nobody needs, by their paths in `node_modules`: neither the bot nor its tests load
 * them, and the type checks do not read them. The package "node" holds another one, with the program for one platform.
 *
 * @type {readonly (readonly [paths: RegExp, why: string])[]}
 */
const UNUSED = [
  [
    /^node\/node_modules\/node-[^/]+\/include$/,
    'headers of Node for C++, of which nothing here is built',
  ],
  [/^@mathjax\/src\/(bundle|components)$/, 'MathJax in single files, for web pages'],
  [/^@mathjax\/src\/cjs$/, 'MathJax for “require”, but it is imported'],
  [/^@mathjax\/src\/ts$/, 'sources that MathJax was compiled from'],
  [/^@mathjax\/mathjax-newcm-font\/cjs$/, 'MathJax’s font for “require”, but it is imported'],
  [
    /^@mathjax\/mathjax-newcm-font\/(mjs\/)?chtml$/,
    'MathJax’s font for HTML, but formulas become SVG',
  ],
  [
    /^@mathjax\/mathjax-newcm-font\/(svg|tex-mml-.*)$/,
    'MathJax’s font in single files, for web pages',
  ],
  [/^speech-rule-engine\/(cjs|lib)$/, 'what reads formulas out on web pages'],
  [/^openai\/src$/, 'sources that the client of language models was compiled from'],
  [/\.([cm]?js|d\.[cm]?ts)\.map$/, 'maps to sources, for a debugger or an editor inside a package'],
];

/** A file or folder that is gone. @typedef {{ readonly why: string, readonly bytes: number }} Removed */

/**
 * Removes what nobody needs of what a folder holds.
 *
 * @param {string} packages The folder `node_modules`.
 * @param {string} within A folder in it, by its path from there.
 * @returns {Removed[]}
 */
function slimPackages(packages, within = '') {
  return entriesOf(path.join(packages, within)).flatMap((entry) => {
    const place = path.posix.join(within, entry.name);
    const [, why] = UNUSED.find(([paths]) => paths.test(place)) ?? [];
    if (why !== undefined) return { why, bytes: remove(path.join(packages, place)) };
    return entry.isDirectory() ? slimPackages(packages, place) : [];
  });
}

/** @param {string} folder */
function entriesOf(folder) {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/**
 * @param {string} target
 * @returns {number} How many bytes are gone.
 */
function remove(target) {
  try {
    const bytes = sizeOf(target);
    fs.rmSync(target, { recursive: true });
    return bytes;
  } catch {
    return 0;
  }
}

/**
 * @param {string} target
 * @returns {number} Of a file, or of all that a folder holds.
 */
function sizeOf(target) {
  const status = fs.lstatSync(target);
  if (!status.isDirectory()) return status.size;
  return sum(fs.readdirSync(target).map((name) => sizeOf(path.join(target, name))));
}

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0);

/**
 * A table of what was removed, and why nobody needs it.
 *
 * @param {readonly Removed[]} removed
 */
function tell(removed) {
  const reasons = new Set(removed.map(({ why }) => why));
  const rows = [...reasons].map((reason) => {
    const bytes = sum(removed.filter(({ why }) => why === reason).map((each) => each.bytes));
    return `${(bytes / 1024 ** 2).toFixed(1).padStart(6)} MB  ${reason}\n`;
  });
  return rows.length === 0
    ? ''
    : `Removed from node_modules, since nobody needs it:\n${rows.join('')}`;
}

const [, , packages = fileURLToPath(new URL('../node_modules', import.meta.url))] = process.argv;
process.stdout.write(tell(slimPackages(packages)));
