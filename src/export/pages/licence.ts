import { page } from './markdown.ts';
import type { PageInput } from './page-input.ts';

/** LICENSE-data: what may be done with the tables, and what the licence cannot be about. */
export const licencePage = ({ data: { licence } }: PageInput): string =>
  page(
    `${licence.title} (${licence.id})\n${licence.url}`,
    'The tables, texts and pictures of this release may be used under this licence: name the dataset and its version, as CITATION.cff does.\n本版的表、文字和图可按此许可使用：请按 CITATION.cff 注明数据集及其版本。',
    'The reports themselves were published by the agencies that are named in them and are not part of this release. Printed numbers are facts.\n报告本身由其中所列机关发布，不在本版之内。印刷的数字是事实。',
    'The program that made this release has a licence of its own (MIT).\n生成本版的程序另有许可（MIT）。',
  );

/** `.zenodo.json`: what a deposit at Zenodo says of the release (https://developers.zenodo.org/#representation). */
export const zenodo = ({ plan: { version, snapshot }, data: { licence } }: PageInput): string =>
  `${JSON.stringify(
    {
      upload_type: 'dataset',
      title: 'gongkai: yearly government information disclosure reports of Chinese public bodies',
      version,
      creators: [{ name: 'The gongkai contributors' }],
      description:
        'Numbers that Chinese public bodies print in their yearly reports on government information disclosure (政府信息公开工作年度报告), as printed, each with the document and the place it was read from.',
      license: licence.id.toLowerCase(),
      access_right: 'open',
      language: 'zho',
      keywords: ['government information disclosure', 'China', '政府信息公开'],
      notes: `Snapshot sha256:${snapshot}`,
    },
    null,
    1,
  )}\n`;
