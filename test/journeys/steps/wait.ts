const POLL_MS = 200;

/** Reads until what is read is as it should be. Throws with what was read last when that takes too long. */
export async function until<T>(
  what: string,
  read: () => Promise<T>,
  isThere: (value: T) => boolean,
  withinMs = 60_000,
): Promise<T> {
  let last = await read();
  for (let waited = 0; !isThere(last); waited += POLL_MS) {
    if (waited >= withinMs)
      throw new Error(
        `${what} did not happen within ${(withinMs / 1000).toString()} s: ${JSON.stringify(last)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    last = await read();
  }
  return last;
}
