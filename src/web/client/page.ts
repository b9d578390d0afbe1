/** On every page: a choice of language or look is taken when it is made. Without this module its button does it. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-submit-on-change]')) {
  form.addEventListener('change', () => form.requestSubmit());
  form.classList.add('submits-itself');
}
