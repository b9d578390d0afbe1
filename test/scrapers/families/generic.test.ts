import { generic } from '../../../scrapers/families/generic.ts';
import { genericSite } from '../../sites/generic.ts';
import { describeFamily } from './family-suite.ts';

describeFamily(generic, genericSite, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
