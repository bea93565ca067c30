import type { PgBoss } from 'pg-boss';
import { QUEUE_SCHEMA } from './schema.ts';

/** What a queue of Whetstone's is known by: the names are words that any application may use. */
export interface QueueMarks {
  readonly policy: string;
  readonly retryLimit: number;
  readonly retryDelayMax: number;
}

/**
 * Brings over the jobs that earlier versions left in pg-boss's default schema, which other applications in
 * the database may share: only the jobs of queues that are ours. That schema is removed where it held
 * nothing else. One transaction does it all, and the next start finds nothing left to do.
 */
export async function carryOverJobs(
  boss: PgBoss,
  names: readonly string[],
  marks: QueueMarks,
): Promise<void> {
  await boss.getDb().executeSql(statement(names, marks));
}

/** A block of statements takes no parameters; these are names and numbers of our own. */
function statement(
  names: readonly string[],
  { policy, retryLimit, retryDelayMax }: QueueMarks,
): string {
  const mark = { policy, retry_limit: retryLimit, retry_delay_max: retryDelayMax };
  const list = names.map((name) => `'${name}'`).join(', ');
  return `
do $carry$
declare
  ours text[];
  kept text;
  read text;
begin
  perform pg_advisory_xact_lock(hashtextextended('whetstone carry over jobs', 0));
  if not exists (
    select from pg_namespace where nspname = 'pgboss' and has_schema_privilege(oid, 'usage')
  ) or to_regclass('pgboss.queue') is null or to_regclass('pgboss.job') is null then
    return;
  end if;
  if not has_table_privilege('pgboss.queue', 'select')
    or not has_table_privilege('pgboss.job', 'select, delete') then
    return;
  end if;

  -- Another version of pg-boss may have other columns: as JSON they can be asked for all the same.
  select array_agg(name) into ours from pgboss.queue queue
  where name in (${list}) and to_jsonb(queue) @> '${JSON.stringify(mark)}';
  if ours is null then
    return;
  end if;

  lock table pgboss.job in access exclusive mode;
  select string_agg(quote_ident(there.column_name), ', '),
    string_agg(case there.column_name when 'state' then 'state::text::${QUEUE_SCHEMA}.job_state'
      else quote_ident(there.column_name) end, ', ')
  into kept, read
  from information_schema.columns there
  join information_schema.columns here using (table_name, column_name)
  where there.table_schema = '${QUEUE_SCHEMA}' and here.table_schema = 'pgboss'
    and there.table_name = 'job' and there.is_generated = 'NEVER';
  -- A like job that waits in the new schema already serves for both.
  execute format(
    'with moved as (delete from pgboss.job where name = any($1) returning *)
     insert into ${QUEUE_SCHEMA}.job (%s) select %s from moved
     where state::text in (''created'', ''retry'', ''active'', ''failed'')
     on conflict do nothing', kept, read)
  using ours;

  if exists (select from pgboss.queue where not name = any(ours))
    or exists (select from pgboss.job)
    or exists (
      select from pg_class old where old.relnamespace = 'pgboss'::regnamespace
        and old.relkind in ('r', 'p', 'v', 'm', 'S') and not exists (
          select from pg_class own
          where own.relnamespace = '${QUEUE_SCHEMA}'::regnamespace and own.relname = old.relname))
    or not exists (
      select from pg_namespace where nspname = 'pgboss' and pg_has_role(nspowner, 'member'))
  then
    return;
  end if;
  drop schema pgboss cascade;
end
$carry$`;
}
