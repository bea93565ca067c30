import type { Block } from '../../chat/message.ts';

/** Where the headings, titles and names begin that a page ends in; its length where it ends in none. */
export function leadsFrom(page: readonly Block[]): number {
  return page.findLastIndex((block) => !leads(block)) + 1;
}

function leads(block: Block): boolean {
  return block.type === 'heading' || (block.type === 'text' && block.leads === true);
}
