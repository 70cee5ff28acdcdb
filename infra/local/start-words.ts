/** What `npm start` tells the person who started it. */
import type { Cloud } from './cloud.ts';
import { ACCOUNT_GROUPS, DEMO_ACCOUNTS, DEMO_PASSWORD } from './identity/accounts.ts';
import { seconds } from './stopwatch.ts';

export function sayAddresses(cloud: Cloud, milliseconds: number): void {
  console.log(`
Nền tảng đang chạy / The platform is running (${seconds(milliseconds)} s)
  Trang đầu, API / First page, API   ${cloud.frontUrl}
  Tài liệu API / API documents       ${cloud.frontUrl}/docs
  Kiểm tra bên trong / Inspector     ${cloud.inspectorUrl}
`);
}

export function sayAccounts(milliseconds: number): void {
  const widest = Math.max(...DEMO_ACCOUNTS.map(({ username }) => username.length));
  const groups = ACCOUNT_GROUPS.map(({ nameVi, nameEn, accounts }) => {
    const rows = accounts.map(({ username, nameVi: person }) => `    ${username.padEnd(widest)}  ${person}`);
    return [`  ${nameVi} / ${nameEn}`, ...rows].join('\n');
  });
  console.log(`
Sẵn sàng / Ready (${seconds(milliseconds)} s). Tài khoản dùng thử, mật khẩu chung / Demo accounts, one password: ${DEMO_PASSWORD}
${groups.join('\n')}

  npm run -s token -- credit-officer    in mã truy cập / prints a token
  npm run journey                       đi theo một khoản vay / follows one loan
  Ctrl-C                                dừng; dữ liệu được giữ / stops; the data is kept
`);
}
