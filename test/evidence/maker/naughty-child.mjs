// A child that does what the first byte of its task says: answers, hangs, or ends.
process.on('disconnect', () => process.exit());
process.on('message', ({ bytes: [first] }) => {
  if (first === 1) for (;;);
  if (first === 2) process.exit(3);
  const result = { body: 'sound', scaled: false, lit: [], page: null, pages: null };
  process.send({ result, heldBytes: 1 });
});
process.send('ready');
