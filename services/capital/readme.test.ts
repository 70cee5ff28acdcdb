import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CONTRACT_CHANGE_TRANSITIONS } from '#capital/contracts/domain/contract-change-transitions.ts';
import { YEAR_TRANSITIONS } from '#capital/funds/domain/closing-transitions.ts';
import { OPENING_TRANSITIONS } from '#capital/opening/domain/opening-transitions.ts';
import { QUOTA_DECISION_TRANSITIONS } from '#capital/quota/domain/quota-decision-transitions.ts';
import { QUOTA_REQUEST_TRANSITIONS } from '#capital/quota/domain/quota-request-transitions.ts';
import { LOAN_CAPITAL_TABLE } from '#capital/reservations/domain/loan-capital-transitions.ts';
import { CAPITAL_EVENTS } from '#shared/contracts/capital/events.ts';
import { drawTransitions } from '#shared/domain/transitions.ts';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

const DRAWN = {
  'a change of a contract': drawTransitions(CONTRACT_CHANGE_TRANSITIONS),
  'a quota decision': drawTransitions(QUOTA_DECISION_TRANSITIONS),
  'a request for quota': drawTransitions(QUOTA_REQUEST_TRANSITIONS),
  'opening balances': drawTransitions(OPENING_TRANSITIONS),
  'the capital of a loan': drawTransitions(LOAN_CAPITAL_TABLE),
  'a year of a fund': drawTransitions(YEAR_TRANSITIONS),
};

describe('the README', () => {
  test.each(Object.entries(DRAWN))('draws the moves of %s as they are', (_, drawing) => {
    expect(readme).toContain(`\`\`\`mermaid\n${drawing}\n\`\`\``);
  });

  test.each(CAPITAL_EVENTS.map(({ type }) => type))('names the event %s', (type) => {
    expect(readme).toContain(`\`${type}\``);
  });
});
