import type { Language } from '../../src/domain/language.ts';

/**
 * What Russian says in Latin letters: names, what is typed to the letter, and what stands for itself
 * in every language.
 */
const LATIN = [
  /(?<!\S)[«(]?\/[a-z]+(?: (?:add|edit|list|resume|pause|question|privacy|help|suggest|mine|report))*/g,
  /\bWhetstone\b|\bSlack\b|\bDiscord\b|\bJSON\b|\bCSV\b|\bXLSX\b|\bMarkdown\b|\bAnki\b|\bcron\b|\bUTC\b|\bEnglish\b/g,
  /\b[A-Z][a-z]+\/[A-Z][a-z]+\b/g,
  /\buntil-next\b|\bdeck import\b|\bdoctor\b|\bany\b|\ben или ru\b/g,
  /\bssh -L\b|\bTMPDIR\b|\bPLAYGROUND_HOSTS\b|\bPUBLIC_URL\b/g,
  /\bBEGIN:VCALENDAR\b|\.ics\b|\b(?:https?|webcal):\S+|\bdocs\/[a-z-]+\.md\b|\b\d+[smhd]\b/g,
  // What is typed in a file or at a terminal, and kinds of files.
  /`[^`]*`|--[a-z]+\b|\bUTF-8\b|\bExcel\b|\bLaTeX\b|\bzip\b|\bid\b|(?<!\w)\.[a-z]+\b/g,
] as const;

/** The language's own name for itself, which is not translated. */
const CYRILLIC = [/Русский/g] as const;

/** Words in the letters of the other language, but for those that belong there. */
export function foreignWords(text: string, language: Language): readonly string[] {
  const allowed = language === 'ru' ? LATIN : CYRILLIC;
  const rest = allowed.reduce((left, pattern) => left.replaceAll(pattern, ' '), text);
  return rest.match(language === 'ru' ? /[A-Za-z]{2,}/g : /\p{Script=Cyrillic}+/gu) ?? [];
}
