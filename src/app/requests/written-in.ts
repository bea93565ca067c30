import type { FormEvent } from '../../chat/event.ts';
import { hasWords } from '../../domain/answer-text.ts';
import type { FormHandler } from '../../features/shared/feature.ts';
import type { WrittenField } from './given-back.ts';

/** What was written in a form, without the fields that were only chosen from and those left blank. */
export function writtenIn(
  { caller, values }: FormEvent,
  handler: FormHandler | undefined,
): readonly WrittenField[] {
  const labels = handler?.labels(caller.member.language ?? 'en') ?? labelsOfUnknown(values);
  return Object.entries(labels)
    .map(([id, label]) => ({ label, text: values[id] ?? '' }))
    .filter(({ text }) => hasWords(text));
}

/** A form that this version does not know any more: all of it is given back. */
function labelsOfUnknown(values: FormEvent['values']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(values).map((id) => [id, id]));
}
