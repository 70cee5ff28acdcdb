import { expect, it } from 'vitest';
import { consumerOfQueue } from './consumer-of-queue.ts';

const arn = (name: string) => `arn:aws:sqs:ap-southeast-1:000000000000:${name}`;

it('names the consumer as the consumer names itself', () => {
  expect(consumerOfQueue(arn('dev-capital-on-events-dead-letters'), 'dev')).toBe('capital-on-events');
  expect(consumerOfQueue(arn('prod-capital-project-totals-dead-letters'), 'prod')).toBe(
    'capital-project-totals',
  );
});

it('takes no other queue for its own', () => {
  expect(() => consumerOfQueue(arn('dev-capital-on-events'), 'dev')).toThrow(RangeError);
  expect(() => consumerOfQueue(arn('prod-capital-on-events-dead-letters'), 'dev')).toThrow(RangeError);
});
