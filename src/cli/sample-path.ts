import { join } from 'node:path';
import { findPackageRoot } from './package-root.ts';

/** Where the included report was published. */
export const SAMPLE_URL = 'http://xxgk.shuangliao.gov.cn/szf_4966/ndbg/202202/t20220211_610647.html';

/** The report that comes with the program, whatever folder it is run from. */
export const samplePath = (): string => join(findPackageRoot(), 'data', 'sample', 'shuangliao-2021.txt');
