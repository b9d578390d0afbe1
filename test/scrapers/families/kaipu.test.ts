import { kaipu } from '../../../scrapers/families/kaipu.ts';
import { kaipuSite } from '../../sites/kaipu.ts';
import { describeFamily } from './family-suite.ts';

describeFamily(kaipu, kaipuSite, [1, 2, 3]);
