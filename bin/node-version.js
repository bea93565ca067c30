const NEEDED = 24;

/** Whether this Node can run the sources; says where not what to do, and sets the exit code. */
export function isNodeNewEnough() {
  const [major = ''] = process.versions.node.split('.');
  if (Number(major) >= NEEDED) return true;
  process.exitCode = 1;
  process.stderr.write(
    `Whetstone needs Node.js ${NEEDED} or newer, and this is ${process.versions.node}. ` +
      'Fix: run “npm ci”, which brings the right one, and start with “npm start” or “npm run whetstone”.\n',
  );
  return false;
}
