import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

export const SPECS = new URL('../../../../shared/specs/', import.meta.url);

const FILE = new URL('slack-blockkit.from-slack-types-3.2.0.schema.json', SPECS);

/** Whether Slack's own schemas are here to check against; where not, only the limits are checked. */
export const hasSpecs = existsSync(FILE);

export interface BlockKitSchema {
  readonly blocks: ValidateFunction;
  readonly view: ValidateFunction;
}

export function loadBlockKitSchema(): BlockKitSchema | undefined {
  if (!hasSpecs) return undefined;
  const { definitions } = JSON.parse(readFileSync(FILE, 'utf8')) as { definitions: object };
  const ajv = new Ajv({ strict: false });
  const compile = (schema: object): ValidateFunction => ajv.compile({ ...schema, definitions });
  return {
    blocks: compile({ type: 'array', items: { $ref: '#/definitions/KnownBlock' } }),
    view: compile({ $ref: '#/definitions/ModalView' }),
  };
}
