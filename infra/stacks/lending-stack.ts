import type { Construct } from 'constructs';
import type { LendingEnvironment } from '#lending/environment.ts';
import { EligibilityDecided } from '#shared/contracts/beneficiary/eligibility/events.ts';
import {
  CapitalDeclined,
  CapitalReserved,
  ReservationExpired,
  ReservationReleased,
} from '#shared/contracts/capital/reservations/events.ts';
import { LENDING_ROUTES } from '#shared/contracts/lending/http.ts';
import type { Route } from '#shared/contracts/route.ts';
import { ServiceStack } from './service-stack.ts';
import type { ServiceStackProps } from './service-stack.ts';

/** Programmes, groups, applications, lists and loans from request to settlement. */
export class LendingStack extends ServiceStack<LendingEnvironment> {
  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, 'lending', props);
    const routes: readonly Route[] = Object.values(LENDING_ROUTES);
    const commands = this.serve(
      {
        entrypoint: 'http-commands',
        environment: this.variables(this.table.forKnownKeys()),
        onErrors: {
          impact: {
            vi: 'Tổ không nộp được hồ sơ, xã không xác nhận, chi nhánh không duyệt, giải ngân hay thu nợ được.',
            en: 'Groups cannot apply, communes cannot confirm, the branch cannot approve, disburse or collect.',
          },
          whatToDo: {
            vi: 'Tìm REQUEST_FAILED trong nhật ký hàm theo correlationId; quay lại phiên bản trước nếu vừa triển khai. Gửi lại cùng khóa là an toàn.',
            en: 'Look for REQUEST_FAILED in its log by correlationId; roll back if it has just been deployed. Repeating with the same key is safe.',
          },
        },
      },
      routes.filter(({ kind }) => kind !== 'query'),
      'Commands',
    );
    const queries = this.serve(
      {
        entrypoint: 'http-queries',
        environment: this.variables(this.table.forActs()),
        onErrors: {
          impact: {
            vi: 'Không xem được tổ, danh sách, món vay và không tính thử được; việc ghi nhận vẫn chạy.',
            en: 'Groups, lists and loans cannot be looked at and nothing can be calculated; acts are still recorded.',
          },
          whatToDo: {
            vi: 'Tìm REQUEST_FAILED trong nhật ký hàm theo correlationId; quay lại phiên bản trước nếu vừa triển khai.',
            en: 'Look for REQUEST_FAILED in its log by correlationId; roll back if it has just been deployed.',
          },
        },
      },
      routes.filter(({ kind }) => kind === 'query'),
      'Queries',
    );
    this.consume(
      'OnEvents',
      {
        entrypoint: 'on-events',
        environment: this.variables(this.table.forKnownKeys()),
        listensTo: [
          EligibilityDecided,
          CapitalReserved,
          CapitalDeclined,
          ReservationReleased,
          ReservationExpired,
        ],
        onErrors: {
          impact: {
            vi: 'Món vay không nhận được kết quả xét điều kiện và giữ vốn, nên không duyệt và giải ngân được.',
            en: 'Loans do not learn of eligibility and reserved capital, so they cannot be approved or disbursed.',
          },
          whatToDo: {
            vi: 'Xem nhật ký hàm; sự kiện được giao lại 5 lần rồi chuyển sang parked-events, không mất.',
            en: 'Read its log; an event is delivered 5 times and then moves to parked-events, so none is lost.',
          },
        },
      },
      this.park(),
    );
    this.watch(commands, queries);
  }
}
