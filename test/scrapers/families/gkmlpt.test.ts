import { gkmlpt } from '../../../scrapers/families/gkmlpt.ts';
import { gkmlptSite } from '../../sites/gkmlpt.ts';
import { describeFamily } from './family-suite.ts';

describeFamily(gkmlpt, gkmlptSite, [1, 2, 3]);
