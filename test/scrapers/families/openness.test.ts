import { openness } from '../../../scrapers/families/openness.ts';
import { opennessSite } from '../../sites/openness.ts';
import { describeFamily } from './family-suite.ts';

describeFamily(openness, opennessSite, [1, 2, 3]);
