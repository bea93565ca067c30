/** The moves of a state machine, each as `from --> to: name`, sorted. */
export function movesOf(
  moves: Readonly<Record<string, { readonly from: readonly string[]; readonly to: string }>>,
): readonly string[] {
  return Object.entries(moves)
    .flatMap(([name, { from, to }]) => from.map((state) => `${state} --> ${to}: ${name}`))
    .toSorted();
}

/** The same as a page draws them, in the Mermaid diagram whose first state is `begins`. */
export function drawnMoves(page: string, { begins }: { begins: string }): readonly string[] {
  const diagrams = page.split('```mermaid').slice(1);
  const drawn = diagrams
    .map((diagram) => diagram.slice(0, diagram.indexOf('```')))
    .find((diagram) => diagram.includes(`[*] --> ${begins}`));
  const lines = (drawn ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line.includes('-->') && !line.includes('[*]')).toSorted();
}
