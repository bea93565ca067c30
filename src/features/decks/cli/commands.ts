import { Command, Option } from 'commander';
import { LANGUAGES } from '../../../domain/language.ts';
import { actionFrom, type OperatorCommands } from '../../shared/cli/operator.ts';
import { withOwner } from './deck-owner.ts';

/** `deck …`: looking at, checking, importing and exporting decks. */
export const deckCommands: OperatorCommands = (operator) => {
  const deck = new Command('deck').description(
    'list, check, import, export, remove, write and mend decks',
  );
  deck
    .command('list')
    .description('the decks that tracks can use')
    .option('--json', 'for scripts')
    .action(actionFrom(operator, async () => (await import('./deck-stored.ts')).printDecks));
  deck
    .command('check')
    .description('everything wrong with decks, with file, line and fix')
    .argument('[deck]', 'a deck folder, or a name under data/; where left out, all of data/')
    .option('--json', 'for scripts')
    .action(actionFrom(operator, async () => (await import('./deck-check.ts')).checkFolder));
  withOwner(deck.command('import'))
    .description('take a deck in from a folder, .json, .csv, .xlsx, .md, Anki .txt or .apkg')
    .argument('<path>', 'a file or a folder; with --pin a web address, or a repository on GitHub')
    .option('--pin [sha256]', 'fetch the address; with a digest, only what has it')
    .option('--deck <name>', 'what the deck is to be called, whatever the file says')
    .option('--folder <path>', 'write a deck folder to edit instead of storing it')
    .addOption(
      new Option(
        '--language <language>',
        'of cards: take only those in this language, and any that Whetstone does not speak as being in it',
      ).choices(LANGUAGES),
    )
    .option('--source <url>', 'where a list was published, for its attribution')
    .option('--licence <name>', 'the licence of a published list, or `own`')
    .option('--dry-run', 'show what was found, and store nothing')
    .option(
      '--yes',
      'store it without showing three cards and asking; without a terminal nobody is asked, and it is stored at once',
    )
    .option('--json', 'for scripts')
    .action(actionFrom(operator, async () => (await import('./deck-import.ts')).takeIn));
  withOwner(deck.command('export'))
    .description('write a stored deck to standard output')
    .argument('<name>')
    .addOption(new Option('--format <format>').choices(['json', 'csv']).default('json'))
    .action(actionFrom(operator, async () => (await import('./deck-stored.ts')).writeOut));
  deck
    .command('remove')
    .description('take a deck that no track uses out of use; past rounds keep its questions')
    .argument('<name>')
    .action(actionFrom(operator, async () => (await import('./deck-stored.ts')).removeOne));
  deck
    .command('show')
    .description('a question and its reveal as each platform cuts and marks them')
    .argument('<id>')
    .option('--deck <name>', 'where two decks have the id')
    .option('--png [file]', 'write its formula as a picture, by default to <id>.png')
    .action(actionFrom(operator, async () => (await import('./show-question.ts')).showQuestion));
  deck
    .command('try')
    .description('type an answer to a question, and see which key points are found in it')
    .argument('<id>')
    .option('--deck <deck>', 'a deck folder, or a name under data/; where left out, all of data/')
    .addOption(
      new Option('--language <language>', 'where left out, the one of the answer').choices(
        LANGUAGES,
      ),
    )
    .action(actionFrom(operator, async () => (await import('./try-question.ts')).tryQuestion));
  withOwner(deck.command('trial'))
    .description('what a changed deck would find in the answers that are stored, without any names')
    .argument('<deck>', 'a deck folder, or a name under data/; its stored namesake is compared')
    .option('--json', 'for scripts')
    .action(actionFrom(operator, async () => (await import('./try-deck.ts')).tryDeck));
  withOwner(deck.command('stats'))
    .description('how a deck’s questions were answered, and which key points are seldom found')
    .argument('<name>')
    .option('--json', 'for scripts')
    .action(actionFrom(operator, async () => (await import('./print-stats.ts')).printStats));
  deck
    .command('watch')
    .description('check a deck again whenever a file of it is saved, until Ctrl-C')
    .argument('<deck>', 'a deck folder, or a name under data/')
    .action(actionFrom(operator, async () => (await import('./watch-folder.ts')).watchFolder));
  deck
    .command('draft')
    .description(
      'key points to edit, from the sentences of a question’s answer, to standard output',
    )
    .argument('<file>', 'a question’s file')
    .action(actionFrom(operator, async () => (await import('./draft-points.ts')).draftPoints));
  deck
    .command('new')
    .description('a commented template of a question, to standard output')
    .argument('<id>', 'a slug, such as lora-vs-qlora')
    .action(actionFrom(operator, async () => (await import('./deck-stored.ts')).newFile));
  return [deck];
};
