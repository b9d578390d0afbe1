import { STATA_MISSING } from '../formats/stata.ts';
import { type Column, columnsIn, type ReleaseTable } from '../release-table.ts';
import type { PageInput } from './page-input.ts';

const tablesOf = ({ plan }: PageInput): ReleaseTable[] => [...plan.facts.keys()];
const ofType = (table: ReleaseTable, type: Column['type']): string[] =>
  columnsIn(table, 'csv')
    .filter((column) => column.type === type)
    .map(({ name }) => name);

/** `import.py`: typed rows with the standard library alone, data frames where pandas is there. */
export function importPython(input: PageInput): string {
  const types = Object.fromEntries(
    tablesOf(input).map((table) => [
      table.name,
      { integer: ofType(table, 'integer'), number: ofType(table, 'number') },
    ]),
  );
  return `"""Reads the tables of this release: codes stay texts, an empty field is None.

    python3 import.py TABLE              prints how many rows and columns it has
    import runpy                         the name of this file is a word of the language
    release = runpy.run_path("import.py")
    panel = release["frame"]("panel")    or release["rows"]("panel"), without pandas
"""
import csv
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TYPES = json.loads(r'''${JSON.stringify(types)}''')


def rows(table):
    """The rows of a table as dictionaries, one at a time."""
    integers = set(TYPES[table]["integer"])
    numbers = set(TYPES[table]["number"])
    with open(os.path.join(HERE, "csv", table + ".csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {
                name: None if text == "" else int(text) if name in integers else float(text) if name in numbers else text
                for name, text in row.items()
            }


def frame(table):
    """The table as a pandas DataFrame: Int64 and Float64, which have missing values, and strings."""
    import pandas

    types = {name: "Int64" for name in TYPES[table]["integer"]}
    types.update({name: "Float64" for name in TYPES[table]["number"]})
    path = os.path.join(HERE, "csv", table + ".csv")
    with open(path, encoding="utf-8", newline="") as file:
        names = next(csv.reader(file))
    return pandas.read_csv(
        path,
        encoding="utf-8",
        keep_default_na=False,
        na_values=[""],
        dtype={name: types.get(name, "string") for name in names},
    )


if __name__ == "__main__":
    for name in sys.argv[1:] or sorted(TYPES):
        count = 0
        width = 0
        for row in rows(name):
            count += 1
            width = len(row)
        print(name, count, width)
`;
}

/** `import.R`: base R alone; codes stay texts. */
export function importR(input: PageInput): string {
  const classes = tablesOf(input).map((table) => {
    const list = columnsIn(table, 'csv').map(
      ({ name, type }) => `    ${name} = "${type === 'text' ? 'character' : 'numeric'}"`,
    );
    return `  ${table.name} = c(\n${list.join(',\n')}\n  )`;
  });
  return `# Reads the tables of this release: codes stay texts, an empty field is NA.
#   source("import.R"); panel <- read_gongkai("panel")
gongkai_types <- list(
${classes.join(',\n')}
)

read_gongkai <- function(table, dir = ".") {
  read.csv(
    file.path(dir, "csv", paste0(table, ".csv")),
    colClasses = gongkai_types[[table]],
    na.strings = "",
    encoding = "UTF-8",
    fileEncoding = "UTF-8",
    check.names = FALSE,
    stringsAsFactors = FALSE
  )
}
`;
}

const quoted = (text: string): string => text.replaceAll('"', "'").replaceAll('`', "'");

/**
 * `import.do`: the tables from CSV with labels, for a Stata that is not given the .dta files. Numbers are told to be
 * numbers, since a column without any would be taken for texts, and to be doubles: amounts would be rounded to floats.
 */
export function importDo(input: PageInput): string {
  const missing = Object.entries(STATA_MISSING);
  const blocks = tablesOf(input)
    .filter((table) => table.omit?.includes('stata') !== true)
    .map((table) => importTable(table));
  return `* Makes a .dta of each table from its CSV. Run in the folder of this release, in Stata 15 or later: do import.do
* A value that is missing in panel has its status in the same column of panel_status; panel.dta of the release has both.
version 15
clear all
label define status_of_missing ${missing.map(([status, letter]) => `.${letter} "${status}"`).join(' ')}
label save status_of_missing using status_of_missing.do, replace
${blocks.join('\n')}
erase status_of_missing.do
`;
}

function importTable(table: ReleaseTable): string {
  const columns = columnsIn(table, 'csv');
  const texts = columns.flatMap(({ type }, index) => (type === 'text' ? [index + 1] : []));
  const numbers = columns.flatMap(({ type }, index) => (type === 'text' ? [] : [index + 1]));
  const labels = columns.map(
    ({ name, label }) =>
      `label variable ${name} "${quoted([...`${label.zh} ${label.en}`].slice(0, 80).join(''))}"`,
  );
  const withStatus = columns.filter(
    ({ statusAt }) => statusAt !== undefined && columns.some(({ at }) => at === statusAt),
  );
  const marks = withStatus.flatMap(({ name, statusAt }) => {
    const status = columns.find(({ at }) => at === statusAt)?.name ?? '';
    return [
      ...Object.entries(STATA_MISSING).map(
        ([word, letter]) => `replace ${name} = .${letter} if missing(${name}) & ${status} == "${word}"`,
      ),
      `label values ${name} status_of_missing`,
    ];
  });
  return `
import delimited using "csv/${table.name}.csv", clear varnames(1) case(preserve) encoding("UTF-8") bindquote(strict) maxquotedrows(unlimited) asdouble ${columnsAs('stringcols', texts)} ${columnsAs('numericcols', numbers)}
do status_of_missing.do
${[...marks, ...labels].join('\n')}
save "${table.name}.dta", replace`;
}

/** A list of numbers in Stata's writing: 1 2 4/9. */
function columnsAs(option: string, numbers: readonly number[]): string {
  const stretches: [first: number, last: number][] = [];
  for (const number of numbers) {
    const open = stretches.at(-1);
    if (open?.[1] === number - 1) open[1] = number;
    else stretches.push([number, number]);
  }
  const list = stretches.map(([first, last]) => (first === last ? first : `${first}/${last}`));
  return list.length === 0 ? '' : `${option}(${list.join(' ')})`;
}
