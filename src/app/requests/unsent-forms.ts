import { LRUCache } from 'lru-cache';
import type { Caller, FormEvent } from '../../chat/event.ts';
import type { Form, FormField } from '../../chat/form.ts';
import { encodeAction } from '../../chat/message.ts';

/** What people wrote in forms that failed, for the next time they open the same form. */
export interface UnsentForms {
  keep(event: FormEvent): void;
  /** The form with what this person last wrote in it in vain; the next time it opens as it is. */
  fill(caller: Caller, form: Form): Form;
  drop(caller: Caller): void;
}

/** People remembered, and characters of all their texts together. */
const MOST = { max: 1_000, maxSize: 4_000_000 };

interface Unsent {
  readonly action: string;
  readonly values: FormEvent['values'];
}

/**
 * Kept in this process's memory, since a form fails mostly where the database does; the newest form of
 * each person. Where the memory is gone, the reply to the failed form still holds the text.
 */
export function createUnsentForms(): UnsentForms {
  const forms = new LRUCache<string, Unsent>({ ...MOST, sizeCalculation: sizeOf });
  return {
    keep: ({ caller, action, values }) => {
      forms.set(keyOf(caller), { action: encodeAction(action), values });
    },
    fill: (caller, form) => {
      const unsent = forms.get(keyOf(caller));
      if (unsent?.action !== encodeAction(form.action)) return form;
      forms.delete(keyOf(caller));
      return { ...form, fields: form.fields.map((field) => filled(field, unsent.values)) };
    },
    drop: (caller) => {
      forms.delete(keyOf(caller));
    },
  };
}

const keyOf = ({ platform, workspace, member }: Caller): string =>
  `${platform}:${workspace}:${member.id}`;

function sizeOf({ values }: Unsent): number {
  return 1 + Object.values(values).reduce((length, text) => length + text.length, 0);
}

/** A choice that is not offered any more leaves the field as it would be. */
function filled(field: FormField, values: FormEvent['values']): FormField {
  const value = values[field.id];
  if (value === undefined || field.type === 'file') return field;
  const isGone = field.type === 'choice' && field.options.every((option) => option.value !== value);
  return isGone ? field : { ...field, value };
}
