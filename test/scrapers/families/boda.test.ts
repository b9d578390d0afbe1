import { boda } from '../../../scrapers/families/boda.ts';
import { bodaSite } from '../../sites/boda.ts';
import { describeFamily } from './family-suite.ts';

describeFamily(boda, bodaSite, [1, 2, 3]);
