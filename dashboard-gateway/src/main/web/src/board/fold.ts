import type { AgentView, BoardView, CallView, StreamEvent } from '../api/types';

/**
 * The board as the page knows it. Nothing is derived from what an event means: the server sends what it touched as it is now, and
 * the page replaces it.
 */
export interface Board {
  readonly sequence: number;
  readonly agents: ReadonlyMap<string, AgentView>;
  /** Parked ones included. */
  readonly calls: ReadonlyMap<string, CallView>;
}

export const EMPTY: Board = { sequence: -1, agents: new Map(), calls: new Map() };

export function boardOf(view: BoardView): Board {
  return {
    sequence: view.sequence,
    agents: new Map(view.agents.map((agent) => [agent.agentId, agent])),
    calls: new Map([...view.calls, ...view.parked, ...view.queue].map((call) => [call.callSid, call])),
  };
}

/** Applies events in their order. One that the board has already changes nothing; holes in the numbers are no loss (docs/api.md). */
export function fold(board: Board, events: readonly StreamEvent[]): Board {
  const fresh = events.filter((event) => event.sequence > board.sequence);
  if (fresh.length === 0) {
    return board;
  }
  const agents = new Map(board.agents);
  const calls = new Map(board.calls);
  let sequence = board.sequence;
  for (const event of fresh) {
    if (event.sequence <= sequence) {
      continue;
    }
    event.agents.forEach((agent) => agents.set(agent.agentId, agent));
    event.calls.forEach((call) => calls.set(call.callSid, call));
    event.gone.forEach((callSid) => calls.delete(callSid));
    sequence = event.sequence;
  }
  return { sequence, agents, calls };
}

/** The parking lot in its order. */
export function lotOf(board: Board): CallView[] {
  return [...board.calls.values()]
    .filter((call) => call.state === 'parked')
    .sort((a, b) => (a.parkedAt ?? a.since).localeCompare(b.parkedAt ?? b.since) || a.callSid.localeCompare(b.callSid));
}

/** Calls without an agent that are not parked: they ring, or the caller leaves a message, or nobody has them any more. */
export function waitingIn(board: Board): CallView[] {
  return [...board.calls.values()]
    .filter((call) => call.agentId === null && call.state !== 'parked')
    .sort(byAge);
}

/** The calls that ring for this agent: offered to all, or handed to them. */
export function ringingFor(board: Board, agentId: string): CallView[] {
  return [...board.calls.values()].filter((call) => call.offeredTo.includes(agentId)).sort(byAge);
}

/** The calls that are this agent's, and do not ring for them any more. */
export function heldBy(board: Board, agentId: string): CallView[] {
  return [...board.calls.values()]
    .filter((call) => call.agentId === agentId && !call.offeredTo.includes(agentId))
    .sort(byAge);
}

function byAge(a: CallView, b: CallView): number {
  return a.receivedAt.localeCompare(b.receivedAt) || a.callSid.localeCompare(b.callSid);
}
