import { randomUUID } from 'node:crypto';
import type { Act } from '#shared/data/act.ts';
import { businessDay } from '#shared/domain/business-day.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { PROVINCE_ID } from '#shared/domain/areas.ts';
import type { Role } from '#shared/domain/roles.ts';

/** An act as the runtime would make it for a command with this key and content. */
export function testAct(given: Partial<Act> & { readonly key?: string; readonly hash?: string } = {}): Act {
  const { key = randomUUID(), hash = key, ...rest } = given;
  return {
    actor: 'tester',
    now: '2026-11-24T02:00:00.000Z',
    today: businessDay('2026-11-24'),
    correlationId: 'test-correlation',
    causationId: null,
    once: { key: { pk: `IDEM#tester#${key}`, sk: 'IDEM' }, hash },
    dryRun: false,
    answerOf: (answer) => answer,
    newId: randomUUID,
    ...rest,
  };
}

/** A person with a role, by default for the whole province. */
export function person(role: Role, given: Partial<Caller> = {}): Caller {
  return {
    id: role,
    kind: 'person',
    roles: [role],
    scopes: [],
    areas: [PROVINCE_ID],
    organisationId: null,
    ...given,
  };
}
