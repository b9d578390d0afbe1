import type { Texts } from './text.ts';

export const DOWNLOADS = {
  title: { zh: '下载', en: 'Downloads' },
  releases: { zh: '数据集版本', en: 'Releases of the dataset' },
  noReleases: {
    zh: '还没有版本。用 gongkai export 生成一个，放在这个目录里：',
    en: 'There is none yet. gongkai export makes one; put it into this folder:',
  },
  files: (count: number, size: string) => ({
    zh: `${count} 个文件，共 ${size}`,
    en: `${count} files, ${size}`,
  }),
  allFiles: { zh: '全部文件', en: 'All files' },
  file: { zh: '文件', en: 'File' },
  size: { zh: '大小', en: 'Size' },
  lists: { zh: '现在的数据', en: 'As of now' },
  listsHint: {
    zh: '每个列表页都可按地址中的筛选导出；这里是全部。',
    en: 'Every list can be had with the filter in its address; these are whole.',
  },
  list: { zh: '列表', en: 'List' },
  format: { zh: '格式', en: 'As' },
} as const satisfies Texts;
