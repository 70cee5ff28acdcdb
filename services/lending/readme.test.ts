import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOAN_TRANSITIONS } from '#lending/loans/domain/loan-transitions.ts';
import type { LoanVerb } from '#lending/loans/domain/loan-transitions.ts';
import { drawTransitions } from '#shared/domain/transitions.ts';
import type { TransitionTable } from '#shared/domain/transitions.ts';
import type { LoanStatus } from '#shared/domain/words/loan-status.ts';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

describe('the README', () => {
  test('draws the moves of a loan as they are', () => {
    const table: TransitionTable<LoanStatus, LoanVerb> = LOAN_TRANSITIONS;
    expect(readme).toContain(drawTransitions(table));
  });
});
