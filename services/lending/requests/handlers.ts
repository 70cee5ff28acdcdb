import { addMembers } from '#lending/groups/application/add-members.ts';
import { formGroup } from '#lending/groups/application/form-group.ts';
import { openLendingStore } from '#lending/loans/adapters/lending-store.ts';
import { disburseLoan } from '#lending/loans/application/disburse-loan.ts';
import { freezeLoan } from '#lending/loans/application/freeze-loan.ts';
import type { Context } from '#lending/loans/application/ports.ts';
import { recordRepayment } from '#lending/loans/application/record-repayment.ts';
import { writeOffLoan } from '#lending/loans/application/write-off-loan.ts';
import { openReferenceStore } from '#lending/programmes/adapters/reference-store.ts';
import { putOrganisation, putProgramme } from '#lending/programmes/application/put-reference.ts';
import { LENDING_ROUTES as R } from '#shared/contracts/lending/http.ts';
import type { Act } from '#shared/data/act.ts';
import { untilWritten } from '#shared/data/retry.ts';
import type { Table } from '#shared/data/table.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { on } from '#shared/runtime/http-app.ts';
import type { Handler } from '#shared/runtime/http-app.ts';
import { applyForLoan } from './application/apply-for-loan.ts';
import { approveLoan } from './application/approve-loan.ts';
import { cancelLoan } from './application/cancel-loan.ts';
import { confirmList } from './application/confirm-list.ts';
import { rejectLoan } from './application/reject-loan.ts';
import { requestCapital } from './application/request-capital.ts';
import { submitList } from './application/submit-list.ts';

/** Routes that change something. Each verb reads, decides and writes again when another act was faster. */
export function commandHandlers(table: Table): Handler[] {
  const references = (act: Act) => openReferenceStore(table, act);
  const act = <T>(
    request: { caller: Caller; act: Act },
    verb: (context: Context) => Promise<T>,
  ): Promise<T> =>
    untilWritten(() =>
      verb({
        caller: request.caller,
        today: request.act.today,
        store: openLendingStore(table, request.act),
      }),
    );
  return [
    on(R.putProgramme, (r) =>
      untilWritten(() => putProgramme(references(r.act), r.params.programmeId, r.body)),
    ),
    on(R.putOrganisation, (r) =>
      untilWritten(() => putOrganisation(references(r.act), r.params.organisationId, r.body)),
    ),
    on(R.formGroup, (r) => act(r, (context) => formGroup(context, r.body))),
    on(R.addMembers, (r) => act(r, (context) => addMembers(context, r.params.groupId, r.body))),
    on(R.submitList, (r) => act(r, (context) => submitList(context, r.body))),
    on(R.confirmList, (r) => act(r, (context) => confirmList(context, r.params.listId, r.body))),
    on(R.applyForLoan, (r) => act(r, (context) => applyForLoan(context, r.body))),
    on(R.approveLoan, (r) => act(r, (context) => approveLoan(context, r.params.loanId, r.body))),
    on(R.rejectLoan, (r) => act(r, (context) => rejectLoan(context, r.params.loanId, r.body))),
    on(R.requestCapital, (r) => act(r, (context) => requestCapital(context, r.params.loanId, r.body))),
    on(R.cancelLoan, (r) => act(r, (context) => cancelLoan(context, r.params.loanId, r.body))),
    on(R.disburseLoan, (r) => act(r, (context) => disburseLoan(context, r.params.loanId, r.body))),
    on(R.recordRepayment, (r) => act(r, (context) => recordRepayment(context, r.params.loanId, r.body))),
    on(R.freezeLoan, (r) => act(r, (context) => freezeLoan(context, r.params.loanId, r.body))),
    on(R.writeOffLoan, (r) => act(r, (context) => writeOffLoan(context, r.params.loanId, r.body))),
  ];
}
