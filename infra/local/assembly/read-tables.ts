/** DynamoDB tables and KMS keys. */
import type { Json } from './cloud-assembly.ts';
import { checked, propertiesOf, type Properties } from './properties.ts';
import { label, type Resource, type Resources } from './resources.ts';
import type { KeyAttribute, KmsKey, Table, TableIndex } from './types.ts';
import { textOf } from '../text.ts';

export function readTables(resources: Resources): Table[] {
  return resources.ofType('AWS::DynamoDB::GlobalTable').map((resource) => readTable(resource, resources));
}

function readTable(resource: Resource, resources: Resources): Table {
  const properties = propertiesOf(resource, {
    played: [
      'TableName',
      'AttributeDefinitions',
      'KeySchema',
      'GlobalSecondaryIndexes',
      'StreamSpecification',
      'TimeToLiveSpecification',
    ],
    withoutEffect: [
      'BillingMode',
      'Replicas',
      'SSESpecification',
      'WriteOnDemandThroughputSettings',
      'WarmThroughput',
    ],
  });
  const attributes = new Map(
    properties
      .list('AttributeDefinitions')
      .map((raw) => [String(raw['AttributeName']), String(raw['AttributeType'])]),
  );
  const keys = (schema: readonly Json[]): { partitionKey: KeyAttribute; sortKey?: KeyAttribute } => {
    const key = (kind: string): KeyAttribute | undefined => {
      const found = schema.find((part) => part['KeyType'] === kind);
      if (found === undefined) return undefined;
      const name = String(found['AttributeName']);
      return { name, type: attributes.get(name) as KeyAttribute['type'] };
    };
    const partitionKey = key('HASH');
    if (partitionKey === undefined) throw new Error(`${label(resource)}: a key without a HASH part`);
    const sortKey = key('RANGE');
    return sortKey === undefined ? { partitionKey } : { partitionKey, sortKey };
  };
  const streamView = properties.object('StreamSpecification')['StreamViewType'];
  const ttlAttribute = properties.object('TimeToLiveSpecification')['AttributeName'];
  return {
    name: resource.identity.name,
    arn: resources.attribute(resource, 'Arn'),
    ...(streamView === undefined
      ? {}
      : {
          streamArn: resources.attribute(resource, 'StreamArn'),
          streamView: textOf(streamView) as NonNullable<Table['streamView']>,
        }),
    ...keys(keySchema(properties)),
    indexes: properties.list('GlobalSecondaryIndexes').map((raw): TableIndex => {
      const index = checked(raw, `${label(resource)} index`, {
        played: ['IndexName', 'KeySchema', 'Projection'],
        withoutEffect: [
          'WriteOnDemandThroughputSettings',
          'ReadOnDemandThroughputSettings',
          'WarmThroughput',
        ],
      });
      const projection = index.object('Projection');
      return {
        name: index.text('IndexName'),
        ...keys(keySchema(index)),
        projection: {
          type: String(projection['ProjectionType']) as TableIndex['projection']['type'],
          attributes: ((projection['NonKeyAttributes'] ?? []) as readonly unknown[]).map(String),
        },
      };
    }),
    ...(ttlAttribute === undefined ? {} : { ttlAttribute: textOf(ttlAttribute) }),
  };
}

function keySchema(properties: Properties): readonly Json[] {
  return properties.list('KeySchema');
}

export function readKmsKeys(resources: Resources): KmsKey[] {
  const aliases = resources.ofType('AWS::KMS::Alias');
  return resources.ofType('AWS::KMS::Key').map((resource) => {
    const properties = propertiesOf(resource, {
      played: ['KeySpec', 'KeyUsage'],
      withoutEffect: [
        'KeyPolicy',
        'EnableKeyRotation',
        'Description',
        'PendingWindowInDays',
        'MultiRegion',
        'Tags',
        'Enabled',
        'RotationPeriodInDays',
      ],
    });
    const arn = resources.attribute(resource, 'Arn');
    const spec = properties.maybeText('KeySpec') ?? 'SYMMETRIC_DEFAULT';
    if (spec !== 'SYMMETRIC_DEFAULT' && spec !== 'HMAC_256') {
      throw new Error(`${label(resource)}: key spec ${spec} is not known to the local cloud`);
    }
    return {
      id: resource.ref,
      arn,
      spec,
      aliases: aliases
        .filter((alias) => [resource.ref, arn].includes(String(alias.properties['TargetKeyId'])))
        .map((alias) => alias.identity.name),
    };
  });
}
