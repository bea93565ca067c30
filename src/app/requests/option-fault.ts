import {
  type CommandDefinition,
  commandSpan,
  type OptionDefinition,
  withExamples,
} from '../../chat/command.ts';
import type { CommandEvent } from '../../chat/event.ts';
import type { PlainOrRich } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { commonWords } from '../../i18n/words/index.ts';

/**
 * What is wrong with the options of a typed command, worded; Slack sends what people type. Discord
 * checks before it sends, so there nothing is found.
 */
export function findOptionFault(
  definition: CommandDefinition,
  event: CommandEvent,
  language: Language,
): PlainOrRich | undefined {
  const words = commonWords(language);
  const subcommand = definition.subcommands?.find((sub) => sub.name === event.subcommand);
  const known: readonly OptionDefinition[] = subcommand?.options ?? definition.options ?? [];
  const names = known.map((option) => option.names[language]);
  for (const [given, value] of Object.entries(event.options)) {
    const option = known.find((one) => one.name === given);
    if (!option) return words.unknownOption({ given, known: names });
    const choices = option.choices ?? [];
    if (option.type === 'choice' && !choices.some((choice) => choice.value === value)) {
      const labels = choices.map((choice) => choice.labels[language]);
      return words.unknownChoice({ given: value, option: option.names[language], known: labels });
    }
  }
  if (known.every((option) => !option.required || event.options[option.name])) return undefined;
  const command = commandSpan(language, definition, subcommand);
  return words.missingOption(withExamples(command, language, known));
}
