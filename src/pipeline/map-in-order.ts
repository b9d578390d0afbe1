/**
 * Maps with up to `ahead` items under way and gives the results in the order of the items: the first is there
 * as soon as it is done, while later ones are still being read.
 */
export async function* mapInOrder<In, Out>(
  items: Iterable<In> | AsyncIterable<In>,
  ahead: number,
  map: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const underWay: Promise<Out>[] = [];
  for await (const item of items) {
    const result = map(item);
    // A later item may fail before its turn: without this the process would end on an unhandled rejection.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length >= ahead) yield await takeFirst(underWay);
  }
  while (underWay.length > 0) yield await takeFirst(underWay);
}

function takeFirst<T>(queue: Promise<T>[]): Promise<T> {
  const [first] = queue.splice(0, 1);
  if (first === undefined) throw new Error('takeFirst: the queue is empty');
  return first;
}
