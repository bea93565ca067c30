export type * from '../domain/question.ts';
export { DIFFICULTIES } from '../domain/question.ts';
