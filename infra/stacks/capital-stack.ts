import type { Construct } from 'constructs';
import type { CapitalEnvironment } from '#capital/environment.ts';
import { CapitalFreed, MONEY_EVENTS } from '#shared/contracts/capital/events.ts';
import { CONTRACT_ROUTES } from '#shared/contracts/capital/contract-routes.ts';
import { FILE_ROUTES } from '#shared/contracts/capital/file-routes.ts';
import { FUND_ROUTES } from '#shared/contracts/capital/fund-routes.ts';
import { FIGURES_ROUTES } from '#shared/contracts/capital/figures-routes.ts';
import { OpeningBalancesApproved } from '#shared/contracts/capital/opening-events.ts';
import { OPENING_ROUTES } from '#shared/contracts/capital/opening-routes.ts';
import { QUOTA_REQUEST_ROUTES } from '#shared/contracts/capital/quota-request-routes.ts';
import { RESERVATION_ROUTES } from '#shared/contracts/capital/reservation-routes.ts';
import { QuotaDecisionApproved } from '#shared/contracts/capital/quota-events.ts';
import { QUOTA_ROUTES } from '#shared/contracts/capital/quota-routes.ts';
import { SOURCE_ROUTES } from '#shared/contracts/capital/source-routes.ts';
import { SPLIT_ROUTES } from '#shared/contracts/capital/split-routes.ts';
import {
  CapitalRequested,
  LoanApproved,
  LoanCancelled,
  LoanDisbursed,
  LoanFrozen,
  LoanWrittenOff,
  RepaymentRecorded,
} from '#shared/contracts/lending/events.ts';
import { ImpactAlarm } from '#infra/constructs/impact-alarm.ts';
import { serviceMetric } from '#infra/constructs/service-health.ts';
import { LOG, METRIC } from '#shared/runtime/observability.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

/** Sources, quotas, reservations and the ledger; beside its ledger it keeps totals of each source by day. */
export class CapitalStack extends ServiceStack<CapitalEnvironment> {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'capital', props);
    const parker = this.park();
    const sources = this.serve(
      {
        entrypoint: 'http-sources',
        environment: this.variables(this.table.forActs({ counts: true })),
        onErrors: {
          impact: {
            vi: 'Sở Tài chính và chi nhánh không nhận vốn, không phân bổ chỉ tiêu và không truy vết được nguồn vốn.',
            en: 'The finance department and the branch cannot receive capital, allocate quota or trace a source.',
          },
          whatToDo: {
            vi: 'Tìm REQUEST_FAILED trong nhật ký hàm theo correlationId; quay lại phiên bản trước nếu vừa triển khai. Gửi lại cùng khóa là an toàn.',
            en: 'Look for REQUEST_FAILED in its log by correlationId; roll back if it has just been deployed. Repeating with the same key is safe.',
          },
        },
      },
      Object.values(SOURCE_ROUTES),
      'Sources',
    );
    const contracts = this.serve(
      {
        entrypoint: 'http-contracts',
        environment: this.variables(this.table.forActs()),
        onErrors: {
          impact: {
            vi: 'Sở Tài chính không sửa được hợp đồng ủy thác, không phân chia và không đối chiếu được lãi thu của tháng.',
            en: 'The finance department cannot change contracts of entrustment, nor split or check the interest of a month.',
          },
          whatToDo: {
            vi: 'Tìm REQUEST_FAILED trong nhật ký hàm theo correlationId; quay lại phiên bản trước nếu vừa triển khai. Gửi lại cùng khóa là an toàn.',
            en: 'Look for REQUEST_FAILED in its log by correlationId; roll back if it has just been deployed. Repeating with the same key is safe.',
          },
        },
      },
      Object.values({ ...CONTRACT_ROUTES, ...SPLIT_ROUTES }),
      'Contracts',
    );
    const funds = this.serve(
      {
        entrypoint: 'http-funds',
        environment: this.variables(this.table.forActs({ counts: true })),
        onErrors: {
          impact: {
            vi: 'Sở Tài chính không rút vốn, không bàn giao quỹ, không ghi kế hoạch vốn và không khóa sổ năm được.',
            en: 'The finance department cannot withdraw capital, hand funds over, record funding plans or close a year.',
          },
          whatToDo: {
            vi: 'Tìm REQUEST_FAILED trong nhật ký hàm theo correlationId; quay lại phiên bản trước nếu vừa triển khai. Gửi lại cùng khóa là an toàn.',
            en: 'Look for REQUEST_FAILED in its log by correlationId; roll back if it has just been deployed. Repeating with the same key is safe.',
          },
        },
      },
      Object.values(FUND_ROUTES),
      'Funds',
    );
    const figures = this.serve(
      {
        entrypoint: 'http-figures',
        environment: this.variables(this.table.forActs()),
        onErrors: {
          impact: {
            vi: 'Lãnh đạo tỉnh và Sở Tài chính không xem được chỉ số; sổ cái và cho vay không bị ảnh hưởng.',
            en: 'The leadership and the finance department see no indicators; the ledger and lending go on.',
          },
          whatToDo: {
            vi: 'Tìm REQUEST_FAILED trong nhật ký hàm theo correlationId; quay lại phiên bản trước nếu vừa triển khai.',
            en: 'Look for REQUEST_FAILED in its log by correlationId; roll back if it has just been deployed.',
          },
        },
      },
      Object.values(FIGURES_ROUTES),
      'Figures',
    );
    const reservations = this.serve(
      {
        entrypoint: 'http-reservations',
        environment: this.variables(this.table.forActs()),
        onErrors: {
          impact: {
            vi: 'Chi nhánh không xem được hàng chờ vốn và không giải phóng được vốn đã giữ; giữ vốn và giải ngân vẫn chạy.',
            en: 'The branch sees no queues and releases no reservations; capital is still reserved and lent.',
          },
          whatToDo: {
            vi: 'Tìm REQUEST_FAILED trong nhật ký hàm theo correlationId; quay lại phiên bản trước nếu vừa triển khai. Gửi lại cùng khóa là an toàn.',
            en: 'Look for REQUEST_FAILED in its log by correlationId; roll back if it has just been deployed. Repeating with the same key is safe.',
          },
        },
      },
      Object.values(RESERVATION_ROUTES),
      'Reservations',
    );
    const quotas = this.serve(
      {
        entrypoint: 'http-quotas',
        environment: this.variables(this.table.forActs({ counts: true })),
        onErrors: {
          impact: {
            vi: 'Chi nhánh không giao, thu hồi, điều chuyển chỉ tiêu được; xã không đề nghị bổ sung chỉ tiêu được.',
            en: 'The branch cannot allocate, recall or move quota, and communes cannot ask for more.',
          },
          whatToDo: {
            vi: 'Tìm REQUEST_FAILED trong nhật ký hàm theo correlationId; quay lại phiên bản trước nếu vừa triển khai. Gửi lại cùng khóa là an toàn.',
            en: 'Look for REQUEST_FAILED in its log by correlationId; roll back if it has just been deployed. Repeating with the same key is safe.',
          },
        },
      },
      [
        ...Object.values(QUOTA_ROUTES),
        ...Object.values(QUOTA_REQUEST_ROUTES),
        ...Object.values(OPENING_ROUTES),
      ],
      'Quotas',
    );
    const files = this.serve(
      {
        entrypoint: 'http-files',
        environment: this.variables(this.table.forActs({ counts: true })),
        onErrors: {
          impact: {
            vi: 'Không nhập và xuất được chỉ tiêu, số dư đầu kỳ bằng tệp; nhập qua màn hình vẫn làm được.',
            en: 'Quotas and opening balances cannot be exchanged as files; entering them by hand goes on.',
          },
          whatToDo: {
            vi: 'Tìm REQUEST_FAILED trong nhật ký hàm theo correlationId; quay lại phiên bản trước nếu vừa triển khai. Gửi lại cùng khóa là an toàn.',
            en: 'Look for REQUEST_FAILED in its log by correlationId; roll back if it has just been deployed. Repeating with the same key is safe.',
          },
        },
      },
      Object.values(FILE_ROUTES),
      'Files',
    );
    this.consume(
      'OnEvents',
      {
        entrypoint: 'on-events',
        environment: this.variables(this.table.forKnownKeys()),
        listensTo: [
          LoanApproved,
          CapitalRequested,
          LoanCancelled,
          LoanDisbursed,
          RepaymentRecorded,
          LoanFrozen,
          LoanWrittenOff,
        ],
        onErrors: {
          impact: {
            vi: 'Vốn không được giữ cho món vay đã duyệt; giải ngân và thu nợ chưa được hạch toán về nguồn.',
            en: 'Capital is not reserved for approved loans; disbursements and repayments are not posted to their source.',
          },
          whatToDo: {
            vi: 'Xem nhật ký hàm; sự kiện được giao lại 5 lần rồi chuyển sang parked-events, không mất. Kiểm tra trial-balance sau khi redrive.',
            en: 'Read its log; an event is delivered 5 times and then moves to parked-events, so none is lost. Check trial-balance after a redrive.',
          },
        },
      },
      parker,
    );
    this.consume(
      'ApplyDecisions',
      {
        entrypoint: 'apply-decisions',
        environment: this.variables(this.table.forKnownKeys({ counts: true })),
        // Also those that are recorded with their approval: nothing is left to do for them then.
        listensTo: [OpeningBalancesApproved, QuotaDecisionApproved],
        onErrors: {
          impact: {
            vi: 'Số dư đầu kỳ hoặc quyết định giao chỉ tiêu dài đã duyệt chưa được ghi hết vào sổ; vốn của nó vẫn được giữ riêng.',
            en: 'Opening balances or long quota decisions that were approved are not recorded in full; their money stays set aside.',
          },
          whatToDo: {
            vi: 'Xem nhật ký hàm; sự kiện được giao lại 5 lần rồi chuyển sang parked-events. Redrive là an toàn: việc ghi tiếp tục từ dòng đang dở.',
            en: 'Read its log; the event is delivered 5 times and then moves to parked-events. A redrive is safe: recording goes on where it stopped.',
          },
        },
      },
      parker,
    );
    this.consume(
      'ProjectTotals',
      {
        entrypoint: 'project-totals',
        environment: this.variables(this.table.forTotals()),
        listensTo: MONEY_EVENTS,
        onErrors: {
          impact: {
            vi: 'Số tổng theo nguồn vốn bị cũ; sổ cái và hạn mức vẫn đúng.',
            en: 'Totals by source grow old; the ledger and the quotas themselves stay right.',
          },
          whatToDo: {
            vi: 'Xem nhật ký hàm; số tổng tự đúng lại khi các sự kiện còn chờ được xử lý.',
            en: 'Read its log; the totals are right again once the waiting events are applied.',
          },
        },
      },
      parker,
    );
    this.consume(
      'ProjectForecast',
      {
        entrypoint: 'project-forecast',
        environment: this.variables(this.table.forTotals()),
        listensTo: [LoanDisbursed, RepaymentRecorded, LoanFrozen, LoanWrittenOff],
        onErrors: {
          impact: {
            vi: 'Dự báo vốn quay vòng bị cũ; sổ cái, hạn mức và cho vay vẫn đúng.',
            en: 'Forecasts grow old; the ledger, the quotas and lending stay right.',
          },
          whatToDo: {
            vi: 'Xem nhật ký hàm; dự báo tự đúng lại khi các sự kiện còn chờ được xử lý.',
            en: 'Read its log; forecasts are right again once the waiting events are applied.',
          },
        },
      },
      parker,
    );
    this.consume(
      'OfferCapital',
      {
        entrypoint: 'offer-capital',
        environment: this.variables(this.table.forKnownKeys()),
        listensTo: [CapitalFreed],
        onErrors: {
          impact: {
            vi: 'Món vay đang chờ vốn chưa được giữ vốn dù chỉ tiêu đã có tiền.',
            en: 'Loans that wait for capital are not served although their leaf has money again.',
          },
          whatToDo: {
            vi: 'Xem nhật ký hàm; redrive sự kiện CapitalFreed là đủ và lặp lại vô hại: hàng chờ được xử lý tiếp theo đúng thứ tự.',
            en: 'Read its log; sending a CapitalFreed round again is enough and harmless: the queue goes on in its order.',
          },
        },
      },
      parker,
    );
    this.nightly('ExpireReservations', {
      entrypoint: 'expire-reservations',
      does: 'Warns of reservations about to expire and gives the money of expired ones back to their leaves',
      at: { hour: 0, minute: 20 },
      environment: this.variables(this.table.forActs()),
      onErrors: {
        impact: {
          vi: 'Vốn giữ quá hạn chưa được giải phóng; món vay đang chờ chưa được giữ vốn.',
          en: 'Reservations past their day still hold money, and loans that wait are not served.',
        },
        whatToDo: {
          vi: 'Xem nhật ký hàm; chạy lại là an toàn, đêm sau làm nốt và mỗi việc vẫn tính cho ngày của nó.',
          en: 'Read its log; running it again is safe, the next night makes up for it, and each step counts for its own day.',
        },
      },
    });
    this.nightly('SealDay', {
      entrypoint: 'seal-day',
      does: 'Seals the day that is over: the root over the chains of every source',
      // After the last transaction begun before midnight has ended.
      at: { hour: 0, minute: 10 },
      environment: this.variables(this.table.forSealing()),
      onErrors: {
        impact: {
          vi: 'Ngày đã qua chưa được niêm phong; sửa sổ cái trong ngày đó chỉ lộ ra qua chuỗi bút toán.',
          en: 'The day that is over is not sealed: tampering with it would only show in the chains themselves.',
        },
        whatToDo: {
          vi: 'Xem nhật ký hàm; chạy lại là an toàn, mỗi ngày chỉ được niêm phong một lần và đêm sau làm nốt.',
          en: 'Read its log; running it again is safe, each day is sealed once, and the next night makes up for it.',
        },
      },
    });
    this.nightly('VerifyLedger', {
      entrypoint: 'verify-ledger',
      does: 'Reckons the ledger anew and compares everything that is kept about it',
      at: { hour: 0, minute: 40 },
      environment: this.variables(this.table.forReads()),
      onErrors: {
        impact: {
          vi: 'Đêm qua sổ cái chưa được kiểm tra lại.',
          en: 'The ledger was not verified last night.',
        },
        whatToDo: {
          vi: 'Xem nhật ký hàm rồi chạy npm run verify:ledger bằng tài khoản kiểm toán.',
          en: 'Read its log, then run npm run verify:ledger as an auditor.',
        },
      },
    });
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
    this.watch(sources, contracts, funds, figures, quotas, reservations, files);
  }
}
