import { describe, expect, it } from 'vitest';
import type { CallView } from '../api/types';
import { agent, call, event } from '../testing/board';
import { boardOf, EMPTY, fold, heldBy, lotOf, ringingFor, waitingIn } from './fold';

const start = boardOf({ workspace: 'demo', sequence: 10, agents: [agent('ann')], calls: [call('CA1')], parked: [], queue: [] });

describe('the fold of the stream', () => {
  it('replaces what an event names and leaves all else as it was', () => {
    const board = fold(start, event(11, { agents: [agent('bob', 'ringing')], calls: [call('CA2')] }));

    expect([...board.calls.keys()]).toEqual(['CA1', 'CA2']);
    expect(board.agents.get('bob')?.state).toBe('ringing');
    expect(board.calls.get('CA1')).toBe(start.calls.get('CA1'));
    expect(board.sequence).toBe(11);
  });

  it('drops what is gone', () => {
    expect(fold(start, event(11, { gone: ['CA1'] })).calls.size).toBe(0);
  });

  it('takes an event once, however often it comes', () => {
    const ended = event(11, { gone: ['CA1'] });
    const back = event(12, { calls: [call('CA1')] });

    const board = [ended, back, ended, ended].reduce(fold, start);

    expect(board.calls.has('CA1')).toBe(true);
    expect(board.sequence).toBe(12);
  });

  it('is the same board where nothing is new, so that nothing is painted', () => {
    expect([event(10), event(3)].reduce(fold, start)).toBe(start);
  });

  it('takes holes in the numbers for what they are: events that change no board', () => {
    expect(fold(start, event(40)).sequence).toBe(40);
  });

  it('begins anew with a reset, whatever was there', () => {
    const board = boardOf({ workspace: 'demo', sequence: 3, agents: [], calls: [], parked: [call('CA9', { state: 'parked' })], queue: [] });

    expect(board.sequence).toBe(3);
    expect([...board.calls.keys()]).toEqual(['CA9']);
    expect(fold(board, event(4, { gone: ['CA9'] })).calls.size).toBe(0);
  });

  it('knows nothing before the first reset', () => {
    expect(EMPTY.calls.size).toBe(0);
    expect(fold(EMPTY, event(0, { calls: [call('CA1')] })).calls.size).toBe(1);
  });
});

describe('the lists of the board', () => {
  const board = boardOf({
    workspace: 'demo', sequence: 1, agents: [], queue: [],
    calls: [
      call('CA1', { receivedAt: '2026-01-01T08:00:02Z' }),
      call('CA2', { receivedAt: '2026-01-01T08:00:01Z' }),
      call('CA3', { state: 'active', agentId: 'ann', offeredTo: [] }),
      call('CA4', { state: 'transferring', agentId: 'ann', offeredTo: ['ann'] }),
    ],
    parked: [
      call('CA5', { state: 'parked', offeredTo: [], parkedAt: '2026-01-01T08:00:09Z' }),
      call('CA6', { state: 'parked', offeredTo: [], parkedAt: '2026-01-01T08:00:08Z' }),
    ],
  });
  const sids = (calls: CallView[]) => calls.map((each) => each.callSid);

  it('ring the one that waits longest first', () => {
    expect(sids(ringingFor(board, 'ann'))).toEqual(['CA4', 'CA2', 'CA1']);
    expect(ringingFor(board, 'bob')).toEqual([]);
  });

  it('count a call that still rings for its holder as ringing', () => {
    expect(sids(heldBy(board, 'ann'))).toEqual(['CA3']);
  });

  it('keep the order of the lot', () => {
    expect(sids(lotOf(board))).toEqual(['CA6', 'CA5']);
  });

  it('have callers wait whom nobody has', () => {
    expect(sids(waitingIn(board))).toEqual(['CA2', 'CA1']);
  });
});
