import type { Variable } from './variables.ts';

/** What is wrong with one setting, and the fix. */
export interface SettingFault {
  /** `.env` where the whole file is at fault. */
  readonly variable: Variable | '.env';
  readonly message: string;
}

/** Every fault of the settings at once, in words for the operator; no value of a setting is in it. */
export class ConfigError extends Error {
  readonly code = 'config-invalid';
  readonly faults: readonly SettingFault[];
  /** What is probably a mistake as well, such as a misspelt name. */
  readonly warnings: readonly string[];

  constructor(faults: readonly SettingFault[], warnings: readonly string[] = []) {
    super(
      [
        faults.length + warnings.length === 1
          ? 'A setting needs a change:'
          : 'Some settings need a change:',
        ...faults.map(({ variable, message }) => `  ${variable} ${message}`),
        ...warnings.map((warning) => `  ${warning}`),
        'Settings are environment variables, or lines of the file .env; .env.example explains each.',
      ].join('\n'),
    );
    this.name = 'ConfigError';
    this.faults = faults;
    this.warnings = warnings;
  }
}
