import type { Answered, Seen, SeenButton, SeenForm } from './stage.ts';

/** The button with this label; a failing test is told what stands there instead. */
export function button(on: Seen, label: string): SeenButton {
  const found = on.buttons.find((one) => one.label === label);
  if (found) return found;
  throw new Error(`no button ${label} among ${on.buttons.map((one) => one.label).join(', ')}`);
}

export function formOf(answered: Answered): SeenForm {
  if (answered.type === 'form') return answered.form;
  throw new Error(`a message, not a form: ${answered.message.text}`);
}

export function messageOf(answered: Answered): Seen {
  if (answered.type === 'message') return answered.message;
  throw new Error(`a form, not a message: ${answered.form.title}`);
}
