const NAME =
  /\b(MIT|ISC|Unlicense|WTFPL|CC0(?:[ -]1\.0)?|CC[ -]BY(?:-(?:SA|NC|ND))*(?:[ -]\d\.\d)?|Apache(?: License)?,?(?: Version)? ?2\.0|BSD(?:[ -][23]-Clause)?|[AL]?GPL(?:[ -]?v?\d(?:\.\d)?)?|MPL[ -]2\.0|Creative Commons Attribution(?:[- ]\w+){0,3})\b/;

/** The licence that a text names where it speaks of its licence; undefined where it names none. */
export function licenceIn(text: string): string | undefined {
  const lines = text.split('\n');
  const spoken = lines.flatMap((line, index) =>
    /licen[cs]e|лицензи/i.test(line) ? lines.slice(index, index + LINES_AFTER) : [],
  );
  return NAME.exec(spoken.join('\n'))?.[1];
}

/** A heading, an empty line, and a sentence or two. */
const LINES_AFTER = 6;
