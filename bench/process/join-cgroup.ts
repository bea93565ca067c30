/** Loaded into a bot before all else: it and its children belong to a cgroup from then on. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { WHETSTONE_BENCH_CGROUP: cgroup } = process.env;
if (cgroup !== undefined) writeFileSync(join(cgroup, 'cgroup.procs'), String(process.pid));
