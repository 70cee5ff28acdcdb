/** Reads at a time: enough to hide the way there and back, few enough to leave the store to others. */
const AT_A_TIME = 8;

/** Does a task for every item, a few at a time; the answers come in the order of the items. */
export async function inTurn<T, R>(
  items: readonly T[],
  task: (item: T) => Promise<R>,
  atATime: number = AT_A_TIME,
): Promise<R[]> {
  const answers: R[] = [];
  for (let from = 0; from < items.length; from += atATime) {
    answers.push(...(await Promise.all(items.slice(from, from + atATime).map(task))));
  }
  return answers;
}
