import type { AgentView, CallView } from '../api/types';

/** Where a call may be taken: by drag and drop, by keyboard and by menu alike. */
export type Target = { readonly kind: 'lot' } | { readonly kind: 'agent'; readonly agentId: string };

const LOT = 'lot';

export function idOf(target: Target): string {
  return target.kind === 'lot' ? LOT : `agent:${target.agentId}`;
}

export function targetOf(id: string): Target {
  return id === LOT ? { kind: 'lot' } : { kind: 'agent', agentId: id.slice('agent:'.length) };
}

/** Whether this agent may take up a call to bring it somewhere. */
export function isMovable(call: CallView, me: string): boolean {
  return call.state === 'parked' || (call.state === 'active' && call.agentId === me && !call.connecting);
}

/** Whether the gateway would, as far as the board tells, let this agent bring the call there. */
export function isAllowed(call: CallView, target: Target, me: string, agents: ReadonlyMap<string, AgentView>): boolean {
  if (!isMovable(call, me)) {
    return false;
  }
  if (target.kind === 'lot') {
    return call.state === 'active';
  }
  const agent = agents.get(target.agentId);
  if (agent === undefined || agent.freeCapacity === 0) {
    return false;
  }
  return target.agentId === me ? call.state === 'parked' : isThere(agent);
}

/** Says that they are available, and as far as is known they can hear their phone. */
function isThere(agent: AgentView): boolean {
  return agent.availability === 'available' && (agent.presence === 'connected' || agent.presence === 'unproven');
}
