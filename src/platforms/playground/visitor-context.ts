import type { Logger } from 'pino';
import type { Look } from '../../chat/look.ts';
import type { StartOptions } from '../../chat/platform.ts';
import type { Language } from '../../domain/language.ts';
import type { Looks } from './looks.ts';
import type { PlaygroundContext } from './outbound.ts';
import type { Visitor } from './visitor.ts';

/** What the visitor's clock does. All act on the channel's track, as the schedule would. */
export interface Controls {
  /** The page opens: its track is there before its first visitor, who brings its first question. */
  open(): Promise<void>;
  /** Somebody looks: the very first question comes now, in their language. */
  arrive(language: Language): Promise<void>;
  /** Opens a round now; the visitor would like to read it in this language. */
  nextRound(language: Language): Promise<void>;
  /** Closes the round that is open; false where none is. */
  deadline(): Promise<boolean>;
  /** Whether a round is open. */
  isOpen(): Promise<boolean>;
}

/** What handling a visitor’s request needs. */
export interface VisitorContext extends PlaygroundContext {
  readonly controls: Controls;
  readonly randomId: () => string;
  readonly log: Logger;
  readonly looks: Looks;
  /** Names by which browsers on other machines may open the page. */
  readonly hosts: readonly string[];
  /** Undefined while the adapter has not started, or has stopped. */
  startOptions(): StartOptions | undefined;
}

/** Nobody is there to take it: the adapter has not started yet, or is stopping. */
export class ClosedError extends Error {
  constructor() {
    super('the playground is not open');
    this.name = 'ClosedError';
  }
}

/** How the platform that a visitor plays shows things; undefined where they play none. */
export const lookOf = (
  { looks }: VisitorContext,
  { look }: Pick<Visitor, 'look'>,
): Look | undefined => look && looks[look];

export function requireStarted(context: VisitorContext): StartOptions {
  const startOptions = context.startOptions();
  if (!startOptions) throw new ClosedError();
  return startOptions;
}
