import type { Construct } from 'constructs';
import { CAPITAL } from '#capital/manifest.ts';
import { ImpactAlarm } from '#infra/constructs/impact-alarm.ts';
import { serviceMetric } from '#infra/constructs/service-health.ts';
import { LOG, METRIC } from '#shared/runtime/observability.ts';
import { ServiceStack } from './service-stack.ts';
import type { ServiceStackProps } from './service-stack.ts';

/** Sources, quotas, reservations and the ledger; what its ledger says of itself has an alarm of its own. */
export class CapitalStack extends ServiceStack {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, CAPITAL, props);
    new ImpactAlarm(this, 'LedgerMismatch', {
      name: `${props.stage.name}-capital-ledger-mismatch`,
      topic: this.platform.alarms,
      metric: serviceMetric('capital', METRIC.ledgerMismatches),
      threshold: 1,
      impact: {
        vi: 'Sổ cái không khớp chính nó: một bút toán, số dư hoặc mã niêm phong đã bị sửa hoặc mất.',
        en: 'The ledger does not fit itself: an entry, a balance or a daily root was altered or lost.',
      },
      whatToDo: {
        vi: `Không ghi sửa gì. Tìm ${LOG.ledgerMismatch.code} trong nhật ký verify-ledger: dòng đầu nêu sổ và số bút toán; so với bản khôi phục theo thời điểm và kho sự kiện.`,
        en: `Write nothing by hand. Look for ${LOG.ledgerMismatch.code} in the log of verify-ledger: the first line names book and entry; compare with a point-in-time restore and the event archive.`,
      },
    });
  }
}
