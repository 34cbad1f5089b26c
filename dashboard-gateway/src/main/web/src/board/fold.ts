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

/** Applies the next event. One that the board has already changes nothing; holes in the numbers are no loss (docs/api.md). */
export function fold(board: Board, event: StreamEvent): Board {
  if (event.sequence <= board.sequence) {
    return board;
  }
  return {
    sequence: event.sequence,
    agents: event.agents.length === 0 ? board.agents : withAgents(board, event),
    calls: event.calls.length + event.gone.length === 0 ? board.calls : withCalls(board, event),
  };
}

function withAgents(board: Board, { agents }: StreamEvent): ReadonlyMap<string, AgentView> {
  const changed = new Map(board.agents);
  agents.forEach((agent) => changed.set(agent.agentId, agent));
  return changed;
}

function withCalls(board: Board, { calls, gone }: StreamEvent): ReadonlyMap<string, CallView> {
  const changed = new Map(board.calls);
  calls.forEach((call) => changed.set(call.callSid, call));
  gone.forEach((callSid) => changed.delete(callSid));
  return changed;
}

/** An agent's name; the id of one whom the board does not know. */
export function nameOf(agents: Board['agents'], agentId: string): string {
  return agents.get(agentId)?.name ?? agentId;
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
