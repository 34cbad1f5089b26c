import type { AgentView, BoardView, CallView, StreamEvent } from '../api/types';

export function agent(agentId: string, state: AgentView['state'] = 'available'): AgentView {
  return {
    agentId, name: agentId, role: 'agent', state, availability: 'available', presence: 'connected', readiness: 100, freeCapacity: 1,
    callSids: [], offeredCallSids: [], reservedCallSids: [], since: '2026-01-01T08:00:00Z',
  };
}

export function call(callSid: string, changes: Partial<CallView> = {}): CallView {
  return {
    callSid, state: 'ringing', from: '+15550100', fromName: null, to: '+15550199', agentId: null, offeredTo: ['ann'], declinedBy: [],
    since: '2026-01-01T08:00:00Z', receivedAt: '2026-01-01T08:00:00Z', answeredAt: null, connecting: false, parkedBy: null, parkedAt: null,
    forgotten: false, transferredBy: null, step: 1, ...changes,
  };
}

export function event(sequence: number, changes: Partial<StreamEvent> = {}): StreamEvent {
  return { workspace: 'demo', sequence, type: 'CallRinging', at: '2026-01-01T08:00:00Z', calls: [], gone: [], agents: [], ...changes };
}

export function boardView(sequence: number, changes: Partial<BoardView> = {}): BoardView {
  return { workspace: 'demo', sequence, agents: [], calls: [], parked: [], queue: [], ...changes };
}
