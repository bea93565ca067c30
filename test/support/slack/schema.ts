import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { once } from '../once.ts';
import { specification } from '../specifications.ts';

/** Slack's own schemas of what it shows. */
export const BLOCK_KIT = specification('slack-blockkit.from-slack-types-3.2.0.schema.json');

export interface BlockKitSchema {
  readonly blocks: ValidateFunction;
  readonly view: ValidateFunction;
}

/** Undefined where the schemas are absent. All stages of a process share what is compiled. */
export const blockKitSchema = once((): BlockKitSchema | undefined => {
  if (!BLOCK_KIT.isHere) return undefined;
  const { definitions } = JSON.parse(readFileSync(BLOCK_KIT.file, 'utf8')) as {
    definitions: object;
  };
  const ajv = new Ajv({ strict: false });
  const compile = (schema: object): ValidateFunction => ajv.compile({ ...schema, definitions });
  return {
    blocks: compile({ type: 'array', items: { $ref: '#/definitions/KnownBlock' } }),
    view: compile({ $ref: '#/definitions/ModalView' }),
  };
});
