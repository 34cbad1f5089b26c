import { describe, expect, it } from 'vitest';
import type { AgentView, CallView } from '../api/types';
import { idOf, isAllowed, targetOf } from './targets';

const free = { availability: 'available', presence: 'connected', freeCapacity: 1 } as const;
const agents = new Map(
  Object.entries({
    me: free,
    free,
    'talks, and has room': { ...free, state: 'on-call' as const },
    'never heard of': { ...free, presence: 'unproven' as const },
    busy: { ...free, freeCapacity: 0 },
    away: { ...free, availability: 'away' as const },
    gone: { ...free, presence: 'disconnected' as const },
    'without a phone': { ...free, presence: 'without-device' as const },
  }).map(([agentId, agent]) => [agentId, { agentId, ...agent } as AgentView]),
);
const talking = { state: 'active', agentId: 'me', connecting: false } as CallView;
const parked = { state: 'parked', agentId: null } as CallView;
const to = (agentId: string) => ({ kind: 'agent', agentId }) as const;

describe('where a call may be taken', () => {
  it('mine goes to the lot and to whoever is free', () => {
    expect(isAllowed(talking, { kind: 'lot' }, 'me', agents)).toBe(true);
    expect([...agents.keys()].filter((id) => isAllowed(talking, to(id), 'me', agents))).toEqual([
      'free',
      'talks, and has room',
      'never heard of',
    ]);
    expect(isAllowed(talking, to('me'), 'me', agents)).toBe(false);
  });

  it('a parked one goes to me and to whoever is free', () => {
    expect(isAllowed(parked, to('me'), 'me', agents)).toBe(true);
    expect(isAllowed(parked, to('free'), 'me', agents)).toBe(true);
    expect(isAllowed(parked, { kind: 'lot' }, 'me', agents)).toBe(false);
  });

  it('a parked one does not go to me while I have no room', () => {
    const busy = new Map(agents).set('me', { ...agents.get('me')!, freeCapacity: 0 });
    expect(isAllowed(parked, to('me'), 'me', busy)).toBe(false);
  });

  it('a parked one goes to me though I am away', () => {
    const away = new Map(agents).set('me', { ...agents.get('me')!, availability: 'away' });
    expect(isAllowed(parked, to('me'), 'me', away)).toBe(true);
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
