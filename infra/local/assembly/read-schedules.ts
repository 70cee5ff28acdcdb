/** Schedules of EventBridge Scheduler: a time of day, every day, for a function. */
import { textOf } from '../text.ts';
import { checked, propertiesOf } from './properties.ts';
import { functionByReference, roleByArn } from './read-functions.ts';
import { label, type Resources } from './resources.ts';
import type { LambdaFunction, Role, Schedule } from './types.ts';

/** Zones without daylight saving, minutes east of UTC. */
const ZONES: Readonly<Record<string, number>> = { UTC: 0, 'Asia/Ho_Chi_Minh': 420 };

export function readSchedules(
  resources: Resources,
  functions: readonly LambdaFunction[],
  roles: readonly Role[],
): Schedule[] {
  return resources.ofType('AWS::Scheduler::Schedule').map((resource) => {
    const where = label(resource);
    const properties = propertiesOf(resource, {
      played: ['Name', 'ScheduleExpression', 'ScheduleExpressionTimezone', 'State', 'Target'],
      withoutEffect: ['Description', 'FlexibleTimeWindow', 'GroupName'],
    });
    const target = checked(properties.object('Target'), `${where} target`, {
      played: ['Arn', 'RoleArn', 'Input', 'RetryPolicy'],
      withoutEffect: [],
    });
    const task = functionByReference(target.text('Arn'), functions);
    if (task === undefined) throw new Error(`${where}: its target is no function of the templates`);
    const zone = properties.maybeText('ScheduleExpressionTimezone') ?? 'UTC';
    const minutesEast = ZONES[zone];
    if (minutesEast === undefined)
      throw new Error(`${where}: time zone ${zone} is not known to the local cloud`);
    return {
      name: resource.identity.name,
      enabled: (properties.maybeText('State') ?? 'ENABLED') === 'ENABLED',
      ...timeOfDay(properties.text('ScheduleExpression'), where),
      minutesEast,
      functionId: task.id,
      functionArn: task.arn,
      input: target.maybeText('Input') ?? '{}',
      attempts: 1 + Number(textOf(target.object('RetryPolicy')['MaximumRetryAttempts'] ?? 185)),
      role: roleByArn(target.text('RoleArn'), roles, resource),
    };
  });
}

/** @throws Error for anything but one fixed time every day */
function timeOfDay(expression: string, where: string): { readonly hour: number; readonly minute: number } {
  const [, minute, hour] = /^cron\((\d{1,2}) (\d{1,2}) \* \* \? \*\)$/.exec(expression) ?? [];
  if (minute === undefined || hour === undefined) {
    throw new Error(`${where}: schedule ${expression} is not known to the local cloud`);
  }
  return { hour: Number(hour), minute: Number(minute) };
}
