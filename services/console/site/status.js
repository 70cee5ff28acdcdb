// No route is public, so the sign of life there is to see is an answer that asks to sign in (401). Browsers log every
// such answer as an error; the gateway is therefore asked only when a reader wants to know.
const status = document.querySelector('[data-status]');
const button = document.querySelector('[data-ask-status]');

button.hidden = false;
button.addEventListener('click', async () => {
  status.dataset.status = 'asking';
  try {
    const answer = await fetch('/v1/lending/programmes', { signal: AbortSignal.timeout(10_000) });
    status.dataset.status = answer.status === 401 || answer.ok ? 'reachable' : 'unreachable';
  } catch {
    status.dataset.status = 'unreachable';
  }
});
