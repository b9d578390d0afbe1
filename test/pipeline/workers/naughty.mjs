/** A stand-in for the parser: the first byte says what goes wrong, the rest is what it read. */
export async function extractInWorker({ bytes, alive }) {
  const hog = [];
  if (bytes[0] === 1) for (;;) hog.length = 0;
  if (bytes[0] === 2) for (;;) hog.push(new Array(100_000).fill(hog.length));
  if (bytes[0] === 3) throw new Error('a fault of the parser');
  if (bytes[0] === 4) {
    for (let told = 0; told < 5; told++) {
      alive.postMessage({ kind: 'alive' });
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
  if (bytes[0] === 5) await new Promise((resolve) => setTimeout(resolve, 4500));
  if (bytes[0] === 6) await new Promise((resolve) => setTimeout(resolve, 600_000));
  if (bytes[0] === 7) {
    alive.postMessage({
      kind: 'read',
      reading: JSON.parse(Buffer.from(bytes.subarray(1)).toString()),
      winner: 0,
    });
    for (;;) hog.length = 0;
  }
  return { read: bytes[0] };
}
