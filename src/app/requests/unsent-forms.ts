import { LRUCache } from 'lru-cache';
import type { Asker, FormEvent } from '../../chat/event.ts';
import type { Form, FormField } from '../../chat/form.ts';
import { encodeAction } from '../../chat/message.ts';

/** What people wrote in forms that failed, for the next time they open the same form. */
export interface UnsentForms {
  keep(event: FormEvent): void;
  /** The form with what this person last wrote in it in vain; the next time it opens as it is. */
  fill(asker: Asker, form: Form): Form;
  drop(asker: Asker): void;
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
    keep: ({ asker, action, values }) => {
      forms.set(keyOf(asker), { action: encodeAction(action), values });
    },
    fill: (asker, form) => {
      const unsent = forms.get(keyOf(asker));
      if (unsent?.action !== encodeAction(form.action)) return form;
      forms.delete(keyOf(asker));
      return { ...form, fields: form.fields.map((field) => filled(field, unsent.values)) };
    },
    drop: (asker) => {
      forms.delete(keyOf(asker));
    },
  };
}

const keyOf = ({ platform, workspace, member }: Asker): string =>
  `${platform}:${workspace}:${member.id}`;

function sizeOf({ values }: Unsent): number {
  return 1 + Object.values(values).reduce((length, text) => length + text.length, 0);
}

/** A choice that is not offered any more leaves the field as it would be. */
function filled(field: FormField, values: FormEvent['values']): FormField {
  const value = values[field.id];
  if (value === undefined) return field;
  const isGone = field.type === 'choice' && field.options.every((option) => option.value !== value);
  return isGone ? field : { ...field, value };
}
