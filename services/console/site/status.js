// No route is public, so an answer that asks to sign in (401) is the sign of life there is to see.
const status = document.querySelector('[data-status]');

try {
  const answer = await fetch('/v1/lending/programmes', { signal: AbortSignal.timeout(10_000) });
  status.dataset.status = answer.status === 401 || answer.ok ? 'reachable' : 'unreachable';
} catch {
  status.dataset.status = 'unreachable';
}
