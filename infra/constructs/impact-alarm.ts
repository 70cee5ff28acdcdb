import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { AlarmWords } from '#shared/functions/manifest.ts';

export interface ImpactAlarmProps extends AlarmWords {
  readonly name: string;
  readonly topic: ITopic;
  readonly metric: IMetric;
  /** The alarm sounds when the metric reaches this. */
  readonly threshold: number;
  /** Periods in a row that must reach it; one when absent. */
  readonly periods?: number;
}

/** CloudWatch refuses longer descriptions. */
const LONGEST_DESCRIPTION = 1024;

/** The only way an alarm is made here: without words for the person on duty it does not compile. */
export class ImpactAlarm extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: ImpactAlarmProps) {
    super(scope, id);
    const periods = props.periods ?? 1;
    this.alarm = new Alarm(this, 'Alarm', {
      alarmName: props.name,
      alarmDescription: describe(props),
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: periods,
      datapointsToAlarm: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // A metric that nothing emits means that nothing failed.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    this.alarm.addAlarmAction(new SnsAction(props.topic));
    this.alarm.addOkAction(new SnsAction(props.topic));
  }
}

export const ALARM_PERIOD = Duration.minutes(5);

function describe(words: AlarmWords): string {
  const text = [
    `Ảnh hưởng: ${words.impact.vi}`,
    `Việc cần làm: ${words.whatToDo.vi}`,
    `Impact: ${words.impact.en}`,
    `What to do: ${words.whatToDo.en}`,
  ].join('\n');
  if (text.length > LONGEST_DESCRIPTION)
    throw new RangeError(`alarm description of ${String(text.length)} characters`);
  return text;
}
