import { describe, expect, it } from 'vitest';
import type { Table } from '../assembly/types.ts';
import { pipeRecordOf, valueAt } from './pipe-records.ts';

const table: Table = {
  name: 'loans',
  arn: 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/loans',
  streamArn: 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/loans/stream/x',
  partitionKey: { name: 'pk', type: 'S' },
  indexes: [],
};

describe('stream records', () => {
  it('arrive as a pipe sends them, with the ARN of the template and empty maps whole', () => {
    const record = pipeRecordOf(
      {
        eventID: 'e1',
        eventName: 'INSERT',
        dynamodb: {
          ApproximateCreationDateTime: 1795392000.7,
          Keys: { pk: { S: 'loan' } },
          SequenceNumber: '7',
          StreamViewType: 'NEW_IMAGE',
          // What DynamoDB Local sends for an empty map, here inside a list too.
          NewImage: { data: { M: { a: {}, b: { L: [{}, { N: '1' }] } } } },
        },
      },
      table,
      'ap-southeast-1',
    );
    expect(record).toMatchObject({
      eventSource: 'aws:dynamodb',
      eventSourceARN: table.streamArn,
      dynamodb: {
        ApproximateCreationDateTime: 1795392000,
        SequenceNumber: '7',
        NewImage: { data: { M: { a: { M: {} }, b: { L: [{ M: {} }, { N: '1' }] } } } },
      },
    });
  });
});

describe('paths of a pipe', () => {
  const event = { type: 'LoanApproved', detail: { at: 'now' } };
  it.each([
    ['$.type', 'LoanApproved'],
    ['$.detail.at', 'now'],
    ['$.missing.deep', undefined],
    ['literal', 'literal'],
  ])('%s', (path, value) => {
    expect(valueAt(event, path)).toBe(value);
  });

  it('refuses what it does not know', () => {
    expect(() => valueAt(event, '$.a[0]')).toThrow(/not known/);
  });
});
