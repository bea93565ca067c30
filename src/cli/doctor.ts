import { Command } from 'commander';
import { pino } from 'pino';
import type { Finding, Standing } from '../app/doctor/finding.ts';
import { readConfig } from '../config.ts';
import type { Output } from '../features/shared/cli/terminal.ts';
import { countEn } from '../i18n/plural.ts';
import type { Session } from './session.ts';

/** `doctor`: everything that has to be right, and the fix for what is not. */
export function doctorCommand(session: Session, output: Omit<Output, 'status'>): Command {
  const show: Show = (finding, number) => output.print(lineOf(finding, number));
  return new Command('doctor')
    .description('look at settings, machine, database, platforms and tracks; changes nothing')
    .option('--json', 'for scripts')
    .action(async ({ json }: { readonly json?: true }) => {
      const findings = await examine(session, json ? () => undefined : show);
      const count = (wanted: Standing): number =>
        findings.filter(({ standing }) => standing === wanted).length;
      const faults = count('fault');
      if (json) output.printJson({ findings, faults });
      else output.print(`\n${summary(faults, count('warning'))}`);
      if (faults > 0) output.fail();
    });
}

function summary(faults: number, warnings: number): string {
  if (faults > 0) return countEn(faults, 'fault', 'faults');
  return warnings === 0 ? 'All is well.' : `No fault; ${countEn(warnings, 'warning', 'warnings')}`;
}

type Show = (finding: Finding, number: number) => void;

/** Shows each finding as soon as it is there: a platform that does not answer takes its time. */
async function examine(session: Session, each: Show): Promise<readonly Finding[]> {
  const { diagnose } = await import('../app/doctor/diagnose.ts');
  const findings: Finding[] = [];
  const patient = {
    readSettings: () => readConfig(session.environment()),
    // What goes wrong is a finding; nothing is logged beside it.
    log: pino({ level: 'silent' }),
  };
  for await (const finding of diagnose(patient)) {
    findings.push(finding);
    each(finding, findings.length);
  }
  return findings;
}

const SIGNS: Readonly<Record<Standing, string>> = {
  ok: 'ok',
  warning: 'WARNING',
  fault: 'FAULT',
  skipped: 'skipped',
};

const lineOf = ({ check, standing, says }: Finding, number: number): string =>
  `${String(number).padStart(2)}  ${SIGNS[standing].padEnd(7)}  ${check}: ${says}`;
