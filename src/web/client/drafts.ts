const PREFIX = 'gongkai-draft:';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const fieldsOf = (form: HTMLFormElement): Field[] => [
  ...form.querySelectorAll<Field>('textarea[name], select[name]'),
];

/** Keeps what is typed into a form in this browser until it is saved, and puts it back when the page is opened again. */
export function keepDraft(form: HTMLFormElement, name: string): void {
  const draft = JSON.parse(localStorage.getItem(PREFIX + name) ?? '{}') as Record<string, string>;
  for (const field of fieldsOf(form)) field.value = draft[field.name] ?? field.value;
  form.addEventListener('input', () => {
    const now = Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value]));
    if (Object.values(now).every((text) => text === '')) dropDraft(name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(now));
  });
}

export const dropDraft = (name: string): void => localStorage.removeItem(PREFIX + name);
