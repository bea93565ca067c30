import type { Span } from '../../chat/text.ts';
import type { MarkKind } from '../../domain/streak.ts';

const SIGNS: Readonly<Record<MarkKind, string>> = {
  answered: '🟩',
  missed: '⬜',
  frozen: '🧊',
  excused: '➖',
  open: '🟦',
  before: '▫️',
};

export const MARK_KINDS = Object.keys(SIGNS) as readonly MarkKind[];

export const signOf = (kind: MarkKind): Span => ({ type: 'sign', sign: kind, text: SIGNS[kind] });
