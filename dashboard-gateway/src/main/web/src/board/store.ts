import { useSyncExternalStore } from 'react';
import type { StreamEvent } from '../api/types';
import { boardOf, EMPTY, fold, type Board } from './fold';
import { Watchers } from '../watchers';
import { followBoard, type StreamState } from './stream';

/** What the page shows, beside its own forms. */
export interface View {
  readonly board: Board;
  readonly stream: StreamState;
  /** The clicks whose outcome the board does not show yet, by {@link pendingKey}. */
  readonly pending: ReadonlySet<string>;
}

export type Listener = (event: StreamEvent, before: Board) => void;

/** When by the server's clock our page's own began: nobody can set that one; but after the machine has slept it is late until the next event. */
let serverOrigin: number | null = null;

/** Now by the server's clock, as far as events have told it. */
export function serverNow(): number {
  return (serverOrigin ?? performance.timeOrigin) + performance.now();
}

let view: View = { board: EMPTY, stream: 'connecting', pending: new Set() };
const watchers = new Watchers();
const listeners = new Set<Listener>();
let waiting: StreamEvent[] = [];
let flushing = false;

function change(next: Partial<View>): void {
  view = { ...view, ...next };
  watchers.tell();
}

/**
 * Many events at once are one change of the page. A hidden page has no frames, and must ring all the same, so there it is
 * done at once.
 */
function flushSoon(): void {
  if (flushing) {
    return;
  }
  flushing = true;
  if (document.visibilityState === 'hidden') {
    queueMicrotask(flush);
  } else {
    // A frame may never come: the page may be hidden before it does.
    const frame = requestAnimationFrame(() => flush());
    setTimeout(() => {
      cancelAnimationFrame(frame);
      flush();
    }, 50);
  }
}

function flush(): void {
  if (!flushing) {
    return;
  }
  flushing = false;
  const events = waiting;
  waiting = [];
  let board = view.board;
  for (const event of events) {
    const before = board;
    board = fold(before, event);
    if (board !== before) {
      listeners.forEach((listener) => listener(event, before));
    }
  }
  change({ board, pending: stillPending(board) });
}

function receive(event: StreamEvent): void {
  const origin = Date.parse(event.at) - performance.now();
  // The event that travelled fastest tells best.
  serverOrigin = serverOrigin === null ? origin : Math.max(serverOrigin, origin);
  waiting.push(event);
  flushSoon();
}

/** Follows the board; what is returned ends it. */
export function start(): () => void {
  const stop = followBoard({
    reset: (board) => {
      waiting = [];
      change({ board: boardOf(board), pending: stillPending(boardOf(board)) });
    },
    event: receive,
    state: (stream) => change({ stream }),
  });
  return () => {
    stop();
    waiting = [];
    confirmedBy.clear();
    change({ board: EMPTY, stream: 'connecting', pending: new Set() });
  };
}

/** Tells of each event, once, when it gets onto the board. */
export function onEvent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells whenever the board has become another one, by events or anew. */
export function onBoard(listener: () => void): () => void {
  let last = view.board;
  return watchers.add(() => {
    if (view.board !== last) {
      last = view.board;
      listener();
    }
  });
}

export function currentView(): View {
  return view;
}

export function useView<T>(select: (view: View) => T): T {
  return useSyncExternalStore(watchers.add, () => select(view));
}

/** The stream brings a decision within a tenth of a second, or is behind anyway. */
const CONFIRMED_MILLIS = 2_000;

/** The sequence with which the board will show what a click has done. */
const confirmedBy = new Map<string, number>();

function stillPending(board: Board): ReadonlySet<string> {
  const done = [...confirmedBy].filter(([, sequence]) => board.sequence >= sequence).map(([key]) => key);
  if (done.length === 0) {
    return view.pending;
  }
  done.forEach((key) => confirmedBy.delete(key));
  return new Set([...view.pending].filter((key) => !done.includes(key)));
}

function without(key: string): ReadonlySet<string> {
  return new Set([...view.pending].filter((each) => each !== key));
}

export function pendingKey(what: string, of: string): string {
  return `${what} ${of}`;
}

/**
 * Shows a click as pending until the board has come to its decision, or it was refused. A second one meanwhile is none.
 */
export async function whilePending<T extends { sequence: number }>(key: string, action: () => Promise<T>): Promise<T | null> {
  if (view.pending.has(key)) {
    return null;
  }
  change({ pending: new Set([...view.pending, key]) });
  try {
    const done = await action();
    confirmedBy.set(key, done.sequence);
    change({ pending: stillPending(view.board) });
    // A decision that changes nothing on the board is not streamed.
    setTimeout(() => {
      if (confirmedBy.get(key) === done.sequence) {
        confirmedBy.delete(key);
        change({ pending: without(key) });
      }
    }, CONFIRMED_MILLIS);
    return done;
  } catch (e) {
    change({ pending: without(key) });
    throw e;
  }
}
