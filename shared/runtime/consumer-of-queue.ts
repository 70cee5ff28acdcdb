const DEAD_LETTERS = '-dead-letters';

/**
 * The consumer's name from the ARN of its dead-letter queue, which is called `<stage>-<consumer>-dead-letters`:
 * an event parked from there and one parked by the consumer itself are then the same item.
 */
export function consumerOfQueue(queueArn: string, stage: string): string {
  const queueName = queueArn.slice(queueArn.lastIndexOf(':') + 1);
  const prefix = `${stage}-`;
  if (!queueName.startsWith(prefix) || !queueName.endsWith(DEAD_LETTERS)) {
    throw new RangeError(`not a dead-letter queue of this stage: ${queueArn}`);
  }
  return queueName.slice(prefix.length, -DEAD_LETTERS.length);
}
