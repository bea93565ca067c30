import type { Checks } from '../../../src/platforms/discord/message-rules.ts';
import { type InputBody, isLabel, type ModalBody } from './bodies.ts';

const STRING_SELECT = 3;
const ROLE_SELECT = 6;
const FILE_UPLOAD = 19;

/** The limits of a modal, whose fields stand each in a label. */
export function checkModal(check: Checks, modal: Partial<ModalBody>): void {
  check.length(modal.custom_id, 'data.custom_id', { min: 1, max: 100 });
  check.length(modal.title, 'data.title', { min: 1, max: 45 });
  check.count(modal.components, 'data.components', { min: 1, max: 5 });
  const parts = modal.components ?? [];
  for (const [i, part] of parts.entries()) {
    const at = `data.components.${i}`;
    if (!isLabel(part)) {
      check.length(part.content, `${at}.content`, { min: 1, max: 4_000 });
      continue;
    }
    check.length(part.label, `${at}.label`, { min: 1, max: 45 });
    check.length(part.description, `${at}.description`, 100);
    checkInput(check, part.component, `${at}.component`);
  }
  check.unique(
    parts.filter(isLabel).map(({ component }) => component.custom_id),
    'data.components',
  );
}

function checkInput(check: Checks, input: InputBody, at: string): void {
  check.length(input.custom_id, `${at}.custom_id`, { min: 1, max: 100 });
  if (input.type === FILE_UPLOAD) {
    const { max_values: most = 1 } = input;
    check.that(most >= 1 && most <= 10, `${at}.max_values`, 'Must be between 1 and 10.');
  } else if (input.type === STRING_SELECT) checkSelect(check, input, at);
  else if (input.type === ROLE_SELECT) checkRoles(check, input, at);
  else checkText(check, input, at);
}

function checkText(check: Checks, input: InputBody, at: string): void {
  const max = input.max_length ?? 4_000;
  check.that(max >= 1 && max <= 4_000, `${at}.max_length`, 'Must be between 1 and 4000.');
  check.length(input.value, `${at}.value`, max);
  check.length(input.placeholder, `${at}.placeholder`, 100);
}

function checkRoles(check: Checks, input: InputBody, at: string): void {
  const { default_values: chosen = [], max_values: most = 1 } = input;
  check.count(chosen, `${at}.default_values`, most);
  const isRoles = chosen.every(({ type }) => type === 'role');
  check.that(isRoles, `${at}.default_values`, 'Only roles can be chosen.');
}

function checkSelect(check: Checks, { options }: InputBody, at: string): void {
  check.count(options, `${at}.options`, { min: 1, max: 25 });
  for (const [i, { label, value }] of (options ?? []).entries()) {
    check.length(label, `${at}.options.${i}.label`, { min: 1, max: 100 });
    check.length(value, `${at}.options.${i}.value`, { min: 1, max: 100 });
  }
  const defaults = (options ?? []).filter((option) => option.default);
  check.that(defaults.length <= 1, `${at}.options`, 'Only one option may be the default.');
  check.unique(
    (options ?? []).map(({ value }) => value),
    `${at}.options`,
  );
}
