import {
  APPLICATION_IDENTITIES,
  applicationsBlock,
  OTHER_AS_ONE_ROW,
  OTHER_AS_THREE_ROWS,
} from './applications.ts';
import { CHALLENGE_IDENTITIES, CHALLENGES_BLOCK } from './challenges.ts';
import { DISCLOSURE_2019, DISCLOSURE_2021 } from './disclosure.ts';
import {
  type Form,
  type FormBlock,
  type FormColumn,
  type FormRow,
  isVariableColumn,
  type TableId,
  variableName,
} from './form.ts';
import { STATISTICS_BLOCK, STATISTICS_IDENTITIES } from './statistics.ts';

const identities = [...APPLICATION_IDENTITIES, ...CHALLENGE_IDENTITIES];

/** 国办发〔2014〕32号, annex: the statistics table of the reports about 2013 to 2018, beside free prose. */
export const FORM_2014: Form = {
  id: '2014',
  name: { zh: '2014年统计表', en: 'statistics table of 2014' },
  basis: '国办发〔2014〕32号',
  years: [2013, 2018],
  blocks: [STATISTICS_BLOCK],
  identities: STATISTICS_IDENTITIES,
};

/** 国办公开办函〔2019〕60号, the trial form of reports about 2019 and 2020. */
export const FORM_2019: Form = {
  id: '2019',
  name: { zh: '2019年格式（试行）', en: 'form of 2019 (trial)' },
  basis: '国办公开办函〔2019〕60号',
  years: [2019, 2020],
  blocks: [...DISCLOSURE_2019, applicationsBlock(OTHER_AS_ONE_ROW), CHALLENGES_BLOCK],
  identities,
};

/**
 * 国办公开办函〔2021〕30号, the form since the reports about 2021. (六)其他处理 as one row is a variant that
 * publishers went on printing for years, so its variables belong to this form too.
 */
export const FORM_2021: Form = {
  id: '2021',
  name: { zh: '2021年格式', en: 'form of 2021' },
  basis: '国办公开办函〔2021〕30号',
  years: [2021, null],
  blocks: [
    ...DISCLOSURE_2021,
    applicationsBlock([...OTHER_AS_THREE_ROWS, ...OTHER_AS_ONE_ROW]),
    CHALLENGES_BLOCK,
  ],
  identities,
};

export const FORMS: readonly Form[] = [FORM_2014, FORM_2019, FORM_2021];

/** One variable of a form, with the labels it is printed under. */
export interface Variable {
  readonly name: string;
  readonly table: TableId;
  readonly block: FormBlock;
  readonly row: FormRow;
  readonly column: FormColumn;
}

/** The variables of a form in printed order; columns that no variable takes are left out. */
export function variablesOf(form: Form): readonly Variable[] {
  return form.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.filter(isVariableColumn).map((column) => ({
        name: variableName(block, row, column),
        table: block.table,
        block,
        row,
        column,
      })),
    ),
  );
}

const byForm = new Map(FORMS.map((form) => [form.id, variablesOf(form)]));
const byName = new Map(FORMS.flatMap(variablesOf).map((variable) => [variable.name, variable]));

export const formVariables = (form: Form): readonly Variable[] => byForm.get(form.id) ?? variablesOf(form);
export const findVariable = (name: string): Variable | undefined => byName.get(name);
/** Every variable of every form, once. */
export const allVariables = (): readonly Variable[] => [...byName.values()];
export const formById = (id: string | null): Form | undefined => FORMS.find((form) => form.id === id);
export const formsOfVariable = (name: string): readonly Form[] =>
  FORMS.filter((form) => formVariables(form).some((variable) => variable.name === name));
