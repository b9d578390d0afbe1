import { type Source, SourceEntry } from '../../src/model/source-entry.ts';
import { writeSource } from '../../src/sources/write-source.ts';

/** A good entry of 双辽市, with other fields where a test wants them. */
export function entry(fields: Partial<Source> = {}): Source {
  const { id = '220382', ...rest } = fields;
  return {
    id,
    ...SourceEntry.parse({
      name: '双辽市',
      division: '220382',
      level: 'county',
      family: 'trs',
      lists: ['http://xxgk.shuangliao.example/zfxxgknb/'],
      years: { from: 2019 },
      assertions: { min: 1, max: 20 },
      checked: null,
      ...rest,
    }),
  };
}

export const yaml = (fields: Partial<Source> = {}): string => writeSource(entry(fields));
