import { describe, expect, it } from 'vitest';
import type { AgentState, AgentView, CallView } from '../api/types';
import { idOf, isAllowed, targetOf } from './targets';

const agents = new Map(
  (['available', 'ringing', 'away', 'offline', 'on-call'] as AgentState[]).map((state) => [state, { agentId: state, state } as AgentView]),
);
const talking = { state: 'active', agentId: 'me', connecting: false } as CallView;
const parked = { state: 'parked', agentId: null } as CallView;
const to = (agentId: string) => ({ kind: 'agent', agentId }) as const;

describe('where a call may be taken', () => {
  it('mine goes to the lot and to whoever is free', () => {
    expect(isAllowed(talking, { kind: 'lot' }, 'me', agents)).toBe(true);
    expect([...agents.keys()].filter((id) => isAllowed(talking, to(id), 'me', agents))).toEqual(['available', 'ringing']);
    expect(isAllowed(talking, to('me'), 'me', agents)).toBe(false);
  });

  it('a parked one goes to me and to whoever is free', () => {
    expect(isAllowed(parked, to('me'), 'me', agents)).toBe(true);
    expect(isAllowed(parked, to('available'), 'me', agents)).toBe(true);
    expect(isAllowed(parked, { kind: 'lot' }, 'me', agents)).toBe(false);
  });

  it('nobody else\'s goes anywhere, nor mine before it is connected', () => {
    expect(isAllowed({ ...talking, agentId: 'bob' }, { kind: 'lot' }, 'me', agents)).toBe(false);
    expect(isAllowed({ ...talking, connecting: true }, { kind: 'lot' }, 'me', agents)).toBe(false);
  });

  it('has an id that it is found by again', () => {
    expect(targetOf(idOf({ kind: 'lot' }))).toEqual({ kind: 'lot' });
    expect(targetOf(idOf(to('ann')))).toEqual(to('ann'));
  });
});
