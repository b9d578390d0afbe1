/**
 * Brings the lit cell into view. The frame of the evidence is a process of its own, which may look for the cell before it
 * is told how large its window is, and then stands anywhere. So it is sent to the cell once more when all is there.
 */
function lookAtCell({ contentWindow, src }: HTMLIFrameElement): void {
  // The same document, at its mark: nothing is loaded, and the way back stays as it is.
  if (src.includes('#')) requestAnimationFrame(() => contentWindow?.location.replace(src));
}

const isEvidence = (target: unknown): target is HTMLIFrameElement =>
  target instanceof HTMLIFrameElement && target.closest('.evidence') !== null;

/** A frame that comes with the page may be there before this is run; one that is put in later is not. */
export function watchFrames(): void {
  const begin = (): void => {
    for (const frame of document.querySelectorAll<HTMLIFrameElement>('.evidence iframe')) lookAtCell(frame);
    document.addEventListener('load', ({ target }) => isEvidence(target) && lookAtCell(target), true);
  };
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
