import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCheckpoints } from './checkpoints.ts';
import type { Checkpoint } from './checkpoints.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkpoints-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (sequenceNumber: string, drained = false): Checkpoint => ({
  shardId: 'shard',
  sequenceNumber,
  eventId: `event-${sequenceNumber}`,
  writtenAt: 0,
  drained,
});

describe('the places of pipes', () => {
  it('are read again by the next start, the last one of many', async () => {
    const first = openCheckpoints(folder);
    expect(first.read('outbox')).toBeNull();
    for (let number = 1; number <= 20; number += 1) first.write('outbox', at(String(number)));
    first.write('other', at('7'));
    await first.written();
    const second = openCheckpoints(folder);
    expect(second.read('outbox')).toEqual(at('20'));
    expect(second.read('other')).toEqual(at('7'));
    expect(readdirSync(folder).sort()).toEqual(['other.json', 'outbox.json']);
  });

  it('are the newest at once for who wrote them', () => {
    const checkpoints = openCheckpoints(folder);
    checkpoints.write('outbox', at('1'));
    checkpoints.write('outbox', at('2', true));
    expect(checkpoints.read('outbox')).toEqual(at('2', true));
    return checkpoints.written();
  });

  it('can be written again after everything was on disk', async () => {
    const checkpoints = openCheckpoints(folder);
    checkpoints.write('outbox', at('1'));
    await checkpoints.written();
    checkpoints.write('outbox', at('2'));
    await checkpoints.written();
    expect(openCheckpoints(folder).read('outbox')).toEqual(at('2'));
  });
});
