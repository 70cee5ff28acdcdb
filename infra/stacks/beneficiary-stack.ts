import type { Construct } from 'constructs';
import type { BeneficiaryEnvironment } from '#beneficiary/environment.ts';
import { BENEFICIARY_ROUTES } from '#shared/contracts/beneficiary/http.ts';
import { LoanConfirmed, LoanDisbursed, RepaymentRecorded } from '#shared/contracts/lending/events.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

/** Areas, households, standards and eligibility. Its HTTP function alone seals and opens national ids. */
export class BeneficiaryStack extends ServiceStack<BeneficiaryEnvironment> {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'beneficiary', props);
    const requests = this.serve(
      {
        entrypoint: 'http',
        environment: {
          ...this.variables(this.table.forActs()),
          DATA_KEY_ID: this.platform.forSealing(),
        },
        onErrors: {
          impact: {
            vi: 'Xã không đăng ký, không xếp loại hộ và không xem được địa bàn, hộ, kết quả xét điều kiện.',
            en: 'Communes cannot register or classify households, nor look up areas, households or eligibility.',
          },
          whatToDo: {
            vi: 'Tìm REQUEST_FAILED trong nhật ký hàm theo correlationId; quay lại phiên bản trước nếu vừa triển khai. Gửi lại cùng khóa là an toàn.',
            en: 'Look for REQUEST_FAILED in its log by correlationId; roll back if it has just been deployed. Repeating with the same key is safe.',
          },
        },
      },
      Object.values(BENEFICIARY_ROUTES),
    );
    this.consume(
      'OnEvents',
      {
        entrypoint: 'on-events',
        environment: this.variables(this.table.forKnownKeys()),
        // Of two million repayments a year only those that settle a loan change what a household owes here.
        listensTo: [LoanConfirmed, LoanDisbursed, { event: RepaymentRecorded, data: { settled: [true] } }],
        onErrors: {
          impact: {
            vi: 'Hồ sơ xã đã xác nhận không được xét điều kiện; dư nợ đang có của hộ không cập nhật.',
            en: "Confirmed loan requests are not decided on; households' running debt is not kept up to date.",
          },
          whatToDo: {
            vi: 'Xem nhật ký hàm; sự kiện được giao lại 5 lần rồi chuyển sang parked-events, không mất.',
            en: 'Read its log; an event is delivered 5 times and then moves to parked-events, so none is lost.',
          },
        },
      },
      this.park(),
    );
    this.watch(requests);
  }
}
