import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Handlers } from '../../chat/event.ts';
import type { Platform, PlatformState, StartOptions } from '../../chat/platform.ts';
import { createInFlight, type InFlight } from '../shared/in-flight.ts';
import { openDirect } from './direct.ts';
import { reportJoined } from './events.ts';
import { find, threadHistory } from './history.ts';
import { createRoutes } from './http/routes.ts';
import { createHub } from './hub.ts';
import { inTurn } from './in-turn.ts';
import { LIMITS } from './limits.ts';
import type { Looks } from './looks.ts';
import { acknowledge, edit, openThread, post, tell, unmark } from './outbound.ts';
import { populate, SAMPLE_GROUPS } from './people.ts';
import { checkPlace, findPerson, mayManage, missingPermissions } from './permissions.ts';
import type { PlaygroundStore } from './store.ts';
import type { Controls, VisitorContext } from './visitor-context.ts';

export interface PlaygroundOptions {
  readonly store: PlaygroundStore;
  readonly controls: Controls;
  readonly log: Logger;
  /** How the page looks as another platform; whoever puts the parts together knows them. */
  readonly looks: Looks;
  /** Names by which browsers on other machines may open the page. */
  readonly hosts: readonly string[];
  readonly now: () => Date;
  /** A fresh unguessable id. */
  readonly randomId: () => string;
}

export interface PlaygroundPlatform extends Platform {
  /** The page and its API, for a web server on loopback to mount at `/`. */
  routes(): Hono;
}

/** A chat platform of our own, in the browser: the whole bot with no token. */
export function createPlayground(options: PlaygroundOptions): PlaygroundPlatform {
  const { store } = options;
  const hub = createHub();
  const inFlight = createInFlight();
  let startOptions: StartOptions | undefined;
  let state: PlatformState = { status: 'connecting' };
  const controls = inTurn(options.controls);
  const context: VisitorContext = { ...options, controls, hub, startOptions: () => startOptions };

  async function start({ commands, handlers }: StartOptions): Promise<void> {
    await controls.open();
    await populate(store);
    startOptions = { commands, handlers: tracked(handlers, inFlight) };
    await reportJoined(startOptions.handlers);
    state = { status: 'ready' };
  }

  async function stop(): Promise<void> {
    startOptions = undefined;
    await inFlight.idle();
    hub.close();
    state = { status: 'down', reason: 'stopped' };
  }

  return {
    name: 'playground',
    readsThreads: true,
    tellsPrivately: true,
    files: { largest: LIMITS.fileBytes, inReplies: true },
    start,
    stop,
    state: () => state,
    paginate: (message) => [message],
    post: (place, page, key) => post(context, place, { page, key }),
    find: (place, key) => find(store, place, key),
    edit: (ref, page) => edit(context, ref, page),
    openThread: (ref) => openThread(context, ref),
    acknowledge: (ref, mark) => acknowledge(context, ref, mark),
    unmark: (ref, mark) => unmark(context, ref, mark),
    tell: (ref, note) => tell(context, ref, note),
    openDirect: (workspace, member) => openDirect(store, workspace, member),
    checkPlace: (place) => Promise.resolve(checkPlace(place)),
    missingPermissions: (place) => missingPermissions(store, place),
    mayManage: (_workspace, member) => mayManage(store, member),
    findPerson: (_workspace, member) => findPerson(store, member),
    groups: () => Promise.resolve(SAMPLE_GROUPS),
    mayNotify: () => Promise.resolve(true),
    // Nobody is in its groups, and its channels were there before anyone came.
    isInGroup: () => Promise.resolve(false),
    creatorOf: () => Promise.resolve(undefined),
    threadHistory: (thread, since) => threadHistory(store, thread, since),
    routes: () => createRoutes(context),
  };
}

/** The same handlers, with every delivery known until it is handled. */
function tracked(handlers: Handlers, { track }: InFlight): Handlers {
  return {
    ...handlers,
    command: (event) => track(() => handlers.command(event)),
    complete: (event) => track(() => handlers.complete(event)),
    button: (event) => track(() => handlers.button(event)),
    form: (event) => track(() => handlers.form(event)),
    thread: (event) => track(() => handlers.thread(event)),
    membership: (event) => track(() => handlers.membership(event)),
  };
}
