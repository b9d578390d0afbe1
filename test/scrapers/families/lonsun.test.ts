import { lonsun } from '../../../scrapers/families/lonsun.ts';
import { lonsunSite } from '../../sites/lonsun.ts';
import { describeFamily } from './family-suite.ts';

describeFamily(lonsun, lonsunSite, [1, 2, 3]);
