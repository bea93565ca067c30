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

  constructor(faults: readonly SettingFault[]) {
    super(
      [
        faults.length === 1 ? 'A setting needs a change:' : 'Some settings need a change:',
        ...faults.map(({ variable, message }) => `  ${variable} ${message}`),
        'Settings are environment variables, or lines of the file .env; .env.example explains each.',
      ].join('\n'),
    );
    this.name = 'ConfigError';
    this.faults = faults;
  }
}
